import { describe, expect, it } from 'vitest';
import { CARRIED_OVER_COLUMNS, type CarriedOverForm, readCarriedOverForm } from './carried-over-form.ts';

const FORM: CarriedOverForm = {
  number: '示政依申请〔2025〕第31号',
  receivedOn: '2025.12.22',
  channel: '当面提交',
  applicantKind: '自然人',
  name: '尤大有',
  wanted: '一份批复',
  formWanted: '当面查阅、抄录',
  identity: '',
  phone: '0000-1',
  email: '',
  address: '',
  representative: '',
};
const faultsOf = (change: Partial<CarriedOverForm>) =>
  readCarriedOverForm({ ...FORM, ...change }, 'county').faults.map(({ key }) => key);

describe('结转的申请', () => {
  it('REQ-33 one line becomes the act that enters it', () => {
    expect(readCarriedOverForm(FORM, 'county').command).toEqual({
      verb: 'openWithCarriedOver',
      agencyId: 'county',
      number: '示政依申请〔2025〕第31号',
      on: '2025-12-22',
      channel: 'counter',
      applicantKind: 'natural',
      applicant: { name: '尤大有', identity: '', phone: '0000-1', email: '', address: '', representative: '' },
      wanted: '一份批复',
      formWanted: 'inspection',
    });
  });

  it('REQ-33 every fault is told at once, each with what may be written instead', () => {
    expect(faultsOf({ name: '', receivedOn: '年底', channel: '飞鸽', applicantKind: '皇帝' })).toEqual([
      'name',
      'receivedOn',
      'channel',
      'applicantKind',
    ]);
    const [fault] = readCarriedOverForm({ ...FORM, formWanted: '口述' }, 'county').faults;
    expect(fault).toMatchObject({ says: '没有“口述”这一项。', advice: expect.stringContaining('纸质，邮寄') });
    for (const { key, must } of CARRIED_OVER_COLUMNS) expect(faultsOf({ [key]: '' }).includes(key)).toBe(must);
  });
});

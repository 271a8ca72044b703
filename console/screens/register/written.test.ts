import { describe, expect, it } from 'vitest';
import { newSubmission } from '../../components/new-submission.ts';
import { blankRegistration, lacking, othersInWords, toSend } from './written.ts';

const WORDS = {
  agencies: [
    { name: 'county', term: '示例县人民政府' },
    { name: 'town', term: '柳湾镇人民政府' },
  ],
  channels: [
    { name: 'counter', term: '当面', arrival: '提交日', needsConfirmation: false, records: [], basis: '' },
    { name: 'fax', term: '传真', arrival: '到达日', needsConfirmation: true, records: [], basis: '' },
    {
      name: 'oral',
      term: '口头申请',
      arrival: '提交日',
      needsConfirmation: false,
      records: [{ name: 'signature', term: '申请人核对和签名', hint: '' }],
      basis: '',
    },
  ],
  applicantKinds: [
    { name: 'natural', term: '自然人', natural: true },
    { name: 'commercial', term: '商业企业', natural: false },
  ],
};
const WRITTEN = { ...blankRegistration('2026-03-02', 'a'.repeat(32)), name: '周舟', representative: '吴岩' };

describe('what a registration sends', () => {
  it('goes to the first agency unless another is chosen', () => {
    expect(toSend(WRITTEN, WORDS).agencyId).toBe('county');
    expect(toSend({ ...WRITTEN, agencyId: 'town' }, WORDS).agencyId).toBe('town');
  });

  it('tells the day of confirmation only where the channel asks for one', () => {
    const confirmed = { ...WRITTEN, confirmedOn: '2026-03-03' };
    expect(toSend(confirmed, WORDS)).not.toHaveProperty('confirmedOn');
    expect(toSend({ ...confirmed, channel: 'fax' }, WORDS).confirmedOn).toBe('2026-03-03');
    expect(toSend({ ...WRITTEN, channel: 'fax' }, WORDS)).not.toHaveProperty('confirmedOn');
  });

  it('tells a representative of an organisation only', () => {
    expect(toSend(WRITTEN, WORDS).applicant.representative).toBe('');
    expect(toSend({ ...WRITTEN, applicantKind: 'commercial' }, WORDS).applicant.representative).toBe('吴岩');
  });

  it('goes without nothing but the day, the name, what is wanted and how', () => {
    expect(Object.keys(lacking({ ...blankRegistration('', ''), identity: '' }, WORDS))).toEqual([
      'on',
      'name',
      'wanted',
      'formWanted',
    ]);
    expect(lacking({ ...WRITTEN, wanted: '验收报告', formWanted: 'inspection' }, WORDS)).toEqual({});
  });

  it('RCV-5 asks for the records of its channel, and sends these only', () => {
    const oral = {
      ...WRITTEN,
      channel: 'oral',
      wanted: '验收报告',
      formWanted: 'inspection',
      records: { signedBy: '门卫' },
    };
    expect(lacking(oral, WORDS)).toEqual({ 'record:signature': '请填写申请人核对和签名。' });
    const signed = { ...oral, records: { ...oral.records, signature: '捺手印' } };
    expect(lacking(signed, WORDS)).toEqual({});
    expect(toSend(signed, WORDS).records).toEqual({ signature: '捺手印' });
    expect(toSend(WRITTEN, WORDS)).not.toHaveProperty('records');
  });

  it('REQ-129 sends an agent or the others only where one of them was chosen, and asks for what goes with it', () => {
    const typed = {
      ...WRITTEN,
      wanted: '验收报告',
      formWanted: 'inspection',
      agentName: '李代办',
      others: '周舟\n赵一宁、赵一宁',
    };
    expect(toSend(typed, WORDS).applicant).not.toHaveProperty('agent');
    expect(toSend(typed, WORDS).applicant).not.toHaveProperty('together');
    const agent = { ...typed, acting: 'agent' };
    expect(toSend(agent, WORDS).applicant).toMatchObject({ agent: { name: '李代办', identity: '', phone: '' } });
    expect(toSend(agent, WORDS)).not.toHaveProperty('acting');
    expect(Object.keys(lacking({ ...agent, agentName: ' ' }, WORDS))).toEqual(['agentName']);
    const together = { ...typed, acting: 'together' };
    expect(toSend(together, WORDS).applicant).toMatchObject({ together: ['赵一宁'] });
    expect(othersInWords(together)).toBe('等2名申请人');
    expect(Object.keys(lacking({ ...together, others: '周舟' }, WORDS))).toEqual(['others']);
  });

  it('REQ-4 sends why the confirmation took long', () =>
    expect(toSend({ ...WRITTEN, channel: 'fax', confirmedOn: '2026-03-05', why: '无人接听' }, WORDS)).toMatchObject({
      confirmedOn: '2026-03-05',
      why: '无人接听',
    }));

  it('carries a number of its own for each form', () => {
    expect(newSubmission()).toMatch(/^[0-9a-f]{32}$/);
    expect(newSubmission()).not.toBe(newSubmission());
  });
});

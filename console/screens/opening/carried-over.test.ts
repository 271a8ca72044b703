import { expect, it } from 'vitest';
import { applicationToSend, blankApplication } from './carried-over.ts';

it('REQ-33 sends who applied apart from what is asked for, and nothing twice', () => {
  const written = {
    ...blankApplication('county'),
    number: '2023-17',
    name: '申请人甲',
    phone: '000',
    wanted: '会议纪要',
  };
  expect(applicationToSend(written)).toEqual({
    ...{ agencyId: 'county', number: '2023-17', receivedOn: '', channel: '', applicantKind: '', formWanted: '' },
    wanted: '会议纪要',
    applicant: { name: '申请人甲', identity: '', phone: '000', email: '', address: '', representative: '' },
  });
});

import { expect, it } from 'vitest';
import { REGISTER } from '../../test/support/request-play.ts';
import { type Application, checkApplication } from './application.ts';

const lacks = (change: Partial<Application>, applicant: Partial<Application['applicant']> = {}) =>
  checkApplication({ ...REGISTER, ...change, applicant: { ...REGISTER.applicant, ...applicant } }).map((i) => i.where);

it('REQ-2 a complete form lacks nothing', () => expect(lacks({})).toEqual([]));

it.each<[Partial<Application>, Partial<Application['applicant']>, string]>([
  [{}, { name: ' ' }, '/applicant/name'],
  [{}, { identity: '' }, '/applicant/identity'],
  [{ applicantKind: 'commercial' }, {}, '/applicant/representative'],
  [{ formWanted: 'electronic' }, { phone: '', address: '' }, '/applicant/phone'],
  [{ formWanted: 'paperByPost' }, { address: '' }, '/applicant/address'],
  [{ wanted: '　' }, {}, '/wanted'],
  [{ wanted: '\u200b\u202e\u0001' }, {}, '/wanted'],
  [{ formWanted: 'fax' as never }, {}, '/formWanted'],
])('REQ-2 REQ-100 %o %o: the field that lacks something is named', (change, applicant, where) =>
  expect(lacks(change, applicant)).toEqual([where]),
);

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
  [{}, { identity: '居民身份证 123' }, '/applicant/identity'],
  [{}, { identity: '居民身份证：110101199001011234' }, '/applicant/identity'],
  [{}, { identity: '身份证 11010119900230123７' }, '/applicant/identity'],
  [{ formWanted: 'electronic' }, { phone: 'abc', address: '' }, '/applicant/phone'],
  [{}, { phone: '123-456' }, '/applicant/phone'],
])('REQ-2 REQ-100 REQ-132 %o %o: the field that lacks something is named', (change, applicant, where) =>
  expect(lacks(change, applicant)).toEqual([where]),
);

it.each([
  { identity: '居民身份证 １１０１０１１９９００１０１１２３７' },
  { identity: '居民身份证号码：110101 19900101 1237' },
  { identity: '居民身份证 22010219900303432x' },
  { identity: '护照 E1' },
  { identity: '港澳台居民居住证 81' },
  { phone: '+86 138-0000 0000' },
  { phone: '（0431）1234567' },
  { phone: '' },
])('REQ-132 other certificates are free, and numbers may be parted: %o', (applicant) =>
  expect(lacks({}, applicant)).toEqual([]),
);

it('REQ-132 the agent of somebody has numbers, too; the sentence says where to look', () => {
  const agent = { name: '李代办', identity: '居民身份证 123', phone: '问我' };
  const told = checkApplication({ ...REGISTER, applicant: { ...REGISTER.applicant, agent } });
  expect(told.map(({ where, says, advice }) => [where, `${says}${advice}`])).toEqual([
    ['/applicant/agent/identity', '居民身份证号码应当是18位。请对照证件检查。'],
    ['/applicant/agent/phone', expect.stringContaining('至少7位')],
  ]);
});

import { describe, expect, it } from 'vitest';
import { officerOf, sceneOn } from '../../test/support/scene.ts';
import { civil } from '../statute/civil-date.ts';
import { isRefusal } from '../statute/refusal.ts';
import { DEFAULT_SETTINGS } from '../statute/settings.ts';
import { forceStanding, type RegisteredDocument, type ReviewForce, reviewForce } from './force-review.ts';

const DOCUMENT: RegisteredDocument = {
  ...{ id: 'd', agencyId: 'county', kind: 'normative', title: '管理办法', docNo: '示政发〔2022〕1号' },
  ...{ writtenOn: civil('2022-02-20'), effectiveOn: civil('2022-03-01'), expiresOn: null, ending: null },
  ...{ changedOn: civil('2022-02-21'), lastReview: null },
};
const review = (on: string, verdict: ReviewForce['verdict']) => ({
  lastReview: { n: 1, on: civil(on), verdict, why: '评估报告', by: 'x' },
});
const standing = (change: Partial<RegisteredDocument>, today: string) => {
  const { dueOn, dueFor, light, waits, endedOn } = forceStanding(
    { ...DOCUMENT, ...change },
    civil(today),
    DEFAULT_SETTINGS,
  );
  return [endedOn ?? dueOn, dueFor, light, waits];
};
const UNTIL = { expiresOn: civil('2027-02-28') };
const REPEALED = { ending: { how: 'repealed', on: civil('2026-06-01'), by: '示政发〔2026〕9号' } } as const;

describe('PUB-97 when a document in force is looked at again', () => {
  it.each<[string, Partial<RegisteredDocument>, string, [string, string | null, string, boolean]]>([
    ['far from its end', UNTIL, '2026-11-29', ['2027-02-28', '有效期届满', 'green', false]],
    ['ninety days before it', UNTIL, '2026-11-30', ['2027-02-28', '有效期届满', 'yellow', true]],
    ['fifteen days before it', UNTIL, '2027-02-13', ['2027-02-28', '有效期届满', 'red', true]],
    ['on its last day', UNTIL, '2027-02-28', ['2027-02-28', '有效期届满', 'red', true]],
    ['over', UNTIL, '2027-03-01', ['2027-03-01', null, 'done', false]],
    [
      'let lapse',
      { ...UNTIL, ...review('2026-12-01', 'lapse') },
      '2027-02-20',
      ['2027-02-28', '有效期届满', 'green', false],
    ],
    [
      'to be revised, and not yet',
      { ...UNTIL, ...review('2026-12-01', 'revise') },
      '2027-02-20',
      ['2027-02-28', '有效期届满', 'red', true],
    ],
    [
      'let lapse, then another text',
      { ...UNTIL, ...review('2026-12-01', 'lapse'), changedOn: civil('2026-12-20') },
      '2027-02-20',
      ['2027-02-28', '有效期届满', 'red', true],
    ],
    ['to be repealed on a day', REPEALED, '2026-05-01', ['2026-05-31', '有效期届满', 'green', false]],
    ['repealed', REPEALED, '2026-06-01', ['2026-06-01', null, 'done', false]],
    ['without an end, in its second year', {}, '2023-11-30', ['2024-03-01', '定期清理', 'green', false]],
    ['without an end, two years on', {}, '2024-02-20', ['2024-03-01', '定期清理', 'red', true]],
    ['without an end, and nobody looked', {}, '2026-03-02', ['2024-03-01', '定期清理', 'overdue', true]],
    ['kept', review('2024-02-10', 'keep'), '2026-03-02', ['2026-02-10', '定期清理', 'overdue', true]],
    ['kept late in the year', review('2026-02-01', 'keep'), '2026-03-02', ['2028-02-01', '定期清理', 'green', false]],
    [
      'to be repealed, nothing done',
      review('2026-02-01', 'repeal'),
      '2026-03-02',
      ['2024-03-01', '定期清理', 'overdue', true],
    ],
  ])('%s', (_, change, today, told) => expect(standing(change, today)).toEqual(told));

  it('a county may look more often, and be told earlier', () => {
    const clock = { ...DEFAULT_SETTINGS, normativeReviewYears: 1, normativeRemindDays: 180 };
    expect(forceStanding(DOCUMENT, civil('2022-09-03'), clock)).toMatchObject({ dueOn: '2023-03-01', waits: true });
    expect(forceStanding(DOCUMENT, civil('2022-08-01'), clock)).toMatchObject({ waits: false });
  });
});

describe('PUB-98 what is decided when it is looked at', () => {
  const decided = (change: Partial<RegisteredDocument>, command: Partial<ReviewForce>) =>
    reviewForce(
      { ...DOCUMENT, ...change },
      { verb: 'reviewForce', documentId: 'd', verdict: 'keep', why: '评估后继续适用', seen: 0, ...command },
      sceneOn('2026-03-02', officerOf('county', 'officeHead')),
    );
  it.each<[string, Partial<RegisteredDocument>, Partial<ReviewForce>, string]>([
    ['no reason', {}, { why: '  ' }, 'REASON_MISSING'],
    ['kept past its end by a word alone', UNTIL, {}, 'PUB-98'],
    ['a lapse that never comes', {}, { verdict: 'lapse' }, 'PUB-98'],
    ['what is over already', { expiresOn: civil('2026-02-28') }, { verdict: 'lapse' }, 'ALREADY_ENDED'],
    ['somebody was first', review('2026-02-01', 'keep'), {}, 'STALE'],
  ])('%s is refused with what to do', (_, change, command, code) => {
    const done = decided(change, command);
    expect(isRefusal(done) && done.code).toBe(code);
  });

  it('is entered with its day and by whom', () => {
    expect(decided(review('2024-02-01', 'keep'), { seen: 1 })).toMatchObject({
      next: { n: 2, on: '2026-03-02', verdict: 'keep', why: '评估后继续适用' },
      entry: { verb: 'forceReviewed', subject: 'd', agencyId: 'county' },
    });
  });
});

import { describe, expect, it } from 'vitest';
import { received } from '../../../test/support/request-play.ts';
import { officerOf } from '../../../test/support/scene.ts';
import { type CivilDate, civil } from '../../statute/civil-date.ts';
import { builtInCalendar } from '../../statute/work-calendar.ts';
import { CONCLUSIONS, type ConclusionName, RESULTS } from './conclusions.ts';
import { decide } from './decide.ts';
import type { RecordRemedy, Remedy, RemedyCommand, RemedyFile } from './remedy.ts';

const { request } = received('2026-03-02');
const scene = {
  actor: officerOf('county', 'legal'),
  at: new Date('2026-12-31T01:00:00Z'),
  today: civil('2026-12-31'),
  calendar: builtInCalendar,
  newId: () => 'case-1',
};
const RECORD: RecordRemedy = {
  verb: 'recordRemedy',
  agencyId: 'county',
  requestId: request.id,
  kind: 'review',
  caseNumber: '示府复〔2026〕5号',
  body: '示范市人民政府',
  filedOn: civil('2026-05-06'),
};
const record = (change: Partial<RecordRemedy> = {}, others: readonly Remedy[] = []) =>
  decide({ remedy: null, request, others }, { ...RECORD, ...change }, scene);
const filed = (change: Partial<Remedy> = {}): RemedyFile => ({
  id: 'case-1',
  agencyId: 'county',
  requestId: request.id,
  kind: 'review',
  caseNumber: '示府复〔2026〕5号',
  body: '示范市人民政府',
  stage: 'review',
  filedOn: civil('2026-05-06'),
  closedOn: null,
  conclusion: null,
  result: null,
  ...change,
  facts: [
    {
      type: 'accepted',
      on: change.filedOn ?? civil('2026-05-06'),
      stage: change.stage ?? 'review',
      n: 1,
      by: 'x',
      recordedAt: '2026-05-06T02:00:00.000Z',
    },
  ],
});
const next = (remedy: RemedyFile, command: RemedyCommand) => decide({ remedy, redoneOn: null }, command, scene);
const conclude = (conclusion: ConclusionName, closedOn = '2026-07-01'): RemedyCommand => ({
  verb: 'recordResult',
  remedyId: 'case-1',
  conclusion,
  closedOn: closedOn as CivilDate,
});
const decidedReview = filed({ closedOn: civil('2026-07-01'), conclusion: 'reviewUpheld', result: 'upheld' });

describe('recordRemedy', () => {
  it('REM-1 a case is open and at its first instance', () => {
    expect(record()).toMatchObject({ next: { stage: 'review', closedOn: null, result: null } });
    expect(record({ kind: 'directLitigation' })).toMatchObject({ next: { stage: 'firstInstance' } });
  });

  it.each([{ caseNumber: ' ' }, { body: '' }, { kind: 'appeal' as never }])('REM-1 %o is refused', (change) =>
    expect(record(change)).toMatchObject({ code: 'REM-1' }),
  );

  it('REM-2 a suit after reconsideration has a reconsideration before it', () => {
    const suit = { kind: 'postReviewLitigation', filedOn: civil('2026-07-10') } as const;
    expect(record(suit)).toMatchObject({ code: 'REM-2' });
    expect(record(suit, [filed()])).toMatchObject({ next: { kind: 'postReviewLitigation' } });
    expect(record({ ...suit, filedOn: civil('2026-05-01') }, [filed()])).toMatchObject({ code: 'REM-2' });
    expect(
      decide({ remedy: null, request: null, others: [] }, { ...RECORD, ...suit, requestId: null }, scene),
    ).toMatchObject({ next: { requestId: null } });
  });

  it('REM-2 a suit after a decision on reconsideration is not a direct one', () => {
    const suit = { kind: 'directLitigation', filedOn: civil('2026-07-10') } as const;
    expect(record(suit, [decidedReview])).toMatchObject({ code: 'REM-2' });
    expect(record({ ...suit, filedOn: civil('2026-06-01') }, [decidedReview])).toMatchObject({
      next: { kind: 'directLitigation' },
    });
  });

  it.each(['2026-03-01', '2027-01-01', '2026-02-30'])('REM-4 filed on %s is refused', (day) =>
    expect(record({ filedOn: day as CivilDate })).toMatchObject({ code: 'REM-4' }),
  );
});

describe('recordResult', () => {
  it.each([
    ['reviewUpheld', 'upheld'],
    ['reviewClaimRejected', 'upheld'],
    ['reviewRevoked', 'corrected'],
    ['reviewChanged', 'corrected'],
    ['reviewUnlawful', 'corrected'],
    ['reviewOrdered', 'corrected'],
    ['reviewNotAccepted', 'other'],
    ['reviewApplicationRejected', 'other'],
    ['reviewEnded', 'other'],
    ['reviewMediated', 'other'],
    ['reviewTransferred', 'other'],
    ['claimRejected', 'upheld'],
    ['revoked', 'corrected'],
    ['ordered', 'corrected'],
    ['unlawful', 'corrected'],
    ['changed', 'corrected'],
    ['suitRejected', 'other'],
    ['suitWithdrawn', 'other'],
    ['suitTransferred', 'other'],
  ] as const)('REM-3 %s counts as %s', (conclusion, result) => {
    const kind = CONCLUSIONS[conclusion].of === 'review' ? 'review' : 'postReviewLitigation';
    expect(next(filed({ kind }), conclude(conclusion))).toMatchObject({ next: { result, closedOn: '2026-07-01' } });
  });

  it('REM-3 a court has its own conclusions, and a case one result at a time', () => {
    expect(next(filed(), conclude('claimRejected'))).toMatchObject({ code: 'REM-3' });
    expect(next(filed({ kind: 'directLitigation' }), conclude('reviewUpheld'))).toMatchObject({ code: 'REM-3' });
    expect(next(filed(), conclude('toString' as never))).toMatchObject({ code: 'REM-3' });
    expect(next(decidedReview, conclude('reviewRevoked'))).toMatchObject({ code: 'REM-3' });
  });

  it('REM-4 no result comes before the case', () =>
    expect(next(filed(), conclude('reviewUpheld', '2026-05-05'))).toMatchObject({ code: 'REM-4' }));

  it('REM-3 every conclusion falls in a column of 表四', () => {
    expect(Object.values(CONCLUSIONS).every(({ result }) => result in RESULTS)).toBe(true);
    expect(Object.keys(CONCLUSIONS)).toHaveLength(19);
  });
});

describe('recordNextInstance', () => {
  const judged = filed({
    kind: 'directLitigation',
    stage: 'firstInstance',
    closedOn: civil('2026-07-01'),
    conclusion: 'claimRejected',
    result: 'upheld',
  });
  const appeal = (stage: 'secondInstance' | 'retrial', on = '2026-07-14'): RemedyCommand => ({
    verb: 'recordNextInstance',
    remedyId: 'case-1',
    stage,
    on: on as CivilDate,
  });

  it('REM-6 an appeal opens the case again: it counts once, as 尚未审结', () =>
    expect(next(judged, appeal('secondInstance'))).toMatchObject({
      next: {
        id: 'case-1',
        stage: 'secondInstance',
        closedOn: null,
        result: null,
        conclusion: null,
        facts: [{ type: 'accepted' }, { type: 'advanced', stage: 'secondInstance', on: '2026-07-14' }],
      },
    }));

  it('REM-6 only after a judgment, upward, and never from reconsideration', () => {
    expect(next(filed({ kind: 'directLitigation', stage: 'firstInstance' }), appeal('secondInstance'))).toMatchObject({
      code: 'REM-3',
    });
    expect(next({ ...judged, stage: 'secondInstance' }, appeal('secondInstance'))).toMatchObject({ code: 'REM-3' });
    expect(next({ ...judged, stage: 'retrial' }, appeal('retrial'))).toMatchObject({ code: 'REM-3' });
    expect(next({ ...judged, stage: 'secondInstance' }, appeal('retrial'))).toMatchObject({
      next: { stage: 'retrial' },
    });
    expect(next(decidedReview, appeal('secondInstance'))).toMatchObject({ code: 'REM-3' });
    expect(next(judged, appeal('secondInstance', '2026-06-30'))).toMatchObject({ code: 'REM-4' });
  });
});

describe('the steps of a case', () => {
  const step = (remedy: RemedyFile, command: object) =>
    next(remedy, { remedyId: 'case-1', ...command } as unknown as RemedyCommand);
  const followed = (remedy: RemedyFile, command: object): RemedyFile => {
    const decision = step(remedy, command);
    if ('code' in decision) throw new Error(decision.says);
    return decision.next;
  };
  const NOTICE = { verb: 'recordNotice', on: '2026-05-08', procedure: 'simplified' };
  const ANSWER = { verb: 'recordAnswer', on: '2026-05-13', evidence: '签收回执' };

  it('REM-11 notice, then answer, once each, in that order', () => {
    expect(step(filed(), ANSWER)).toMatchObject({ code: 'REM-11' });
    const noticed = followed(filed(), NOTICE);
    expect(noticed.facts.at(-1)).toMatchObject({ type: 'noticed', n: 2, procedure: 'simplified' });
    expect(step(noticed, NOTICE)).toMatchObject({ code: 'REM-11' });
    const answered = followed(noticed, ANSWER);
    expect(answered.facts.at(-1)).toMatchObject({ type: 'answered', on: '2026-05-13' });
    expect(step(answered, ANSWER)).toMatchObject({ code: 'REM-11' });
    expect(step(decidedReview, NOTICE)).toMatchObject({ code: 'REM-11' });
  });

  it.each([
    ['before the case', NOTICE, { on: '2026-05-05' }, 'REM-4'],
    ['of a procedure nobody knows', NOTICE, { procedure: 'quick' }, 'REM-11'],
    ['in the future', NOTICE, { on: '2027-01-04' }, 'REM-4'],
  ])('REM-11 a notice %s is refused', (_, command, change, code) =>
    expect(step(filed(), { ...command, ...change })).toMatchObject({ code }),
  );

  it.each([
    ['before the notice', { on: '2026-05-07' }, 'REM-4'],
    ['without evidence', { evidence: ' ' }, 'REM-11'],
  ])('REM-11 an answer %s is refused', (_, change, code) =>
    expect(step(followed(filed(), NOTICE), { ...ANSWER, ...change })).toMatchObject({ code }),
  );

  it('REM-12 at most thirty days, in the ordinary procedure of reconsideration, once', () => {
    const longer = { verb: 'recordProlongation', on: '2026-06-30', days: 30 };
    expect(followed(followed(filed(), { ...NOTICE, procedure: 'ordinary' }), longer).facts.at(-1)).toMatchObject({
      days: 30,
    });
    for (const days of [0, 31, 1.5]) expect(step(filed(), { ...longer, days })).toMatchObject({ code: 'REM-12' });
    expect(step(followed(filed(), NOTICE), longer)).toMatchObject({ code: 'REM-12' });
    expect(step(filed({ kind: 'directLitigation', stage: 'firstInstance' }), longer)).toMatchObject({ code: 'REM-12' });
    expect(step(followed(filed(), longer), longer)).toMatchObject({ code: 'REM-12' });
  });

  it('REM-14 an order needs a conclusion that orders, and the day its document came', () => {
    const result = { verb: 'recordResult', closedOn: '2026-06-05', conclusion: 'reviewRevoked', orders: true };
    expect(step(filed(), { ...result, receivedOn: '2026-06-08' })).toMatchObject({
      next: { facts: [{}, { orders: true, receivedOn: '2026-06-08', replyBy: null }] },
    });
    for (const change of [
      {},
      { receivedOn: '2026-06-04' },
      { receivedOn: '2026-06-08', conclusion: 'reviewUpheld' },
      { receivedOn: '2026-06-08', replyBy: '2026-06-01' },
      { receivedOn: '2026-06-08', replyBy: '2026-06-31' },
      { receivedOn: '2026-06-08', orders: false, replyBy: '2026-06-30' },
    ])
      expect(step(filed(), { ...result, ...change })).toMatchObject({ code: 'REM-14' });
    expect(step(filed(), { ...result, receivedOn: '2027-01-04' })).toMatchObject({ code: 'REM-4' });
  });

  it('REM-16 the body is told of a correction once the new reply has gone out', () => {
    const told = { verb: 'tellBody', remedyId: 'case-1', on: civil('2026-06-10'), evidence: '函' } as const;
    const on = (day: string | null) => decide({ remedy: filed(), redoneOn: day as CivilDate | null }, told, scene);
    expect(on(null)).toMatchObject({ code: 'REM-16' });
    expect(on('2026-06-11')).toMatchObject({ code: 'REM-16' });
    expect(on('2026-06-09')).toMatchObject({ next: { facts: [{}, { type: 'bodyTold' }] } });
    expect(decide({ remedy: decidedReview, redoneOn: civil('2026-06-09') }, told, scene)).toMatchObject({
      code: 'REM-16',
    });
  });
});

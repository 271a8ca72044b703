import { describe, expect, it } from 'vitest';
import { act, HANDLER, HEAD, LEGAL, ONLINE, received, signed, tryAct } from '../../../test/support/request-play.ts';
import { civil } from '../../statute/civil-date.ts';
import { HOLIDAY_NOTICES } from '../../statute/holiday-notices.ts';
import { DEFAULT_SETTINGS } from '../../statute/settings.ts';
import { builtInCalendar, workCalendar } from '../../statute/work-calendar.ts';
import { lastOf } from '../facts.ts';
import type { RequestFile } from '../info-request.ts';
import { noticesOf } from '../notices.ts';
import { OUTCOME_NAMES } from '../outcomes.ts';
import { particularsOf } from '../particulars.ts';
import { firstReviewOn, mayLapse, reviewDue } from '../refusal-review.ts';
import { trackedView } from '../track.ts';
import { serve } from './serve.ts';

const HANDED = { method: 'direct', receiver: 'self', evidence: '送达回证' } as const;
const INTERNAL = { outcome: 'internalAffairs', grounds: { reason: '内部流程' }, text: '不予公开。' } as const;
const answered = (draft: Parameters<typeof signed>[2], on = '2026-03-20', servedOn = on): RequestFile =>
  act(signed(received('2026-03-02'), on, draft), servedOn, 'serve', HANDED);
const refused = answered(INTERNAL, '2026-03-20', '2026-03-24');
const HOLDS = { verdict: 'holds', until: civil('2028-01-10'), why: '流程仍在用' } as const;
const view = (file: RequestFile) => trackedView(file, civil('2027-04-01'), builtInCalendar);

describe('评估审查之日', () => {
  it('REQ-115 what is refused under Articles 14 to 16, whole or in part, and nothing else', () => {
    expect(OUTCOME_NAMES.filter(mayLapse)).toEqual([
      'partlyGranted',
      'stateSecret',
      'prohibitedByLaw',
      'endangersSecurity',
      'thirdPartyRights',
      'internalAffairs',
      'processInformation',
      'enforcementFile',
    ]);
    const notHeld = answered({ outcome: 'notHeld', grounds: { searchRecord: '查档案室' }, text: '不存在。' });
    expect(reviewDue(notHeld.facts)).toBeNull();
    expect(lastOf(notHeld.facts, 'served')).not.toHaveProperty('reviewOn');
    expect(reviewDue(received('2026-03-02').facts)).toBeNull();
    expect(reviewDue(signed(received('2026-03-02'), '2026-03-20', INTERNAL).facts)).toBeNull();
  });

  it('REQ-115 one part of a split reply is enough', () => {
    const parts = [
      { what: '一', outcome: 'notHeld', grounds: { searchRecord: '查档案室' } },
      { what: '二', outcome: 'notHeld', grounds: { searchRecord: '查档案室' } },
      { what: '三', outcome: 'enforcementFile', grounds: { reason: '执法案卷' } },
    ] as const;
    const split = answered({ outcome: 'notHeld', grounds: {}, text: '分项答复。', parts });
    expect([split.request.outcome, reviewDue(split.facts)]).toEqual(['notHeld', '2027-03-20']);
  });

  it('REQ-115 the corresponding day a year after it was signed, kept with the reply', () => {
    expect(lastOf(refused.facts, 'served')).toMatchObject({ on: '2026-03-24', reviewOn: '2027-03-20' });
    expect(particularsOf(refused.facts.at(-1)!, refused.facts)).toContainEqual({
      term: '评估审查之日',
      text: '2027-03-20',
    });
    for (const [day, months, due] of [
      ['2024-02-29', 12, '2025-02-28'],
      ['2026-08-31', 6, '2027-02-28'],
      ['2026-12-31', 12, '2027-12-31'],
      ['2026-03-20', 18, '2027-09-20'],
    ] as const)
      expect(firstReviewOn(civil(day), months)).toBe(due);
  });

  it('REQ-115 by the setting of the day it was served; replies from before the day was kept come back after a year', () => {
    const calendar = workCalendar(HOLIDAY_NOTICES, { ...DEFAULT_SETTINGS, refusalReviewMonths: 6 });
    const file = signed(received('2026-03-02'), '2026-03-20', INTERNAL);
    const scene = { calendar, office: { particulars: {} } } as never;
    const change = serve.act(file, { verb: 'serve', requestId: 'r', on: civil('2026-03-24'), ...HANDED }, scene);
    expect(change).toMatchObject({ fact: { reviewOn: '2026-09-20' } });
    const { reviewOn: _, ...old } = lastOf(refused.facts, 'served')!;
    expect(reviewDue([...refused.facts.slice(0, -1), old])).toBe('2027-03-20');
  });
});

describe('reviewRefusal', () => {
  it('REQ-116 it still holds: until when, and why; the reply stays as it was', () => {
    const held = act(refused, '2027-03-10', 'reviewRefusal', HOLDS);
    expect(reviewDue(held.facts)).toBe('2028-01-10');
    expect(held.request).toEqual(refused.request);
    expect(reviewDue(act(held, '2028-01-05', 'reviewRefusal', { ...HOLDS, until: civil('2029-01-05') }).facts)).toBe(
      '2029-01-05',
    );
    const wrong = [
      { ...HOLDS, why: ' ' },
      { verdict: 'holds', why: '仍在用' },
      { ...HOLDS, until: civil('2027-03-10') },
      { ...HOLDS, until: civil('2028-03-11') },
      { ...HOLDS, verdict: 'toString' as never },
    ] as const;
    for (const change of wrong)
      expect(tryAct(refused, '2027-03-10', 'reviewRefusal', change)).toMatchObject({ code: 'REQ-116' });
    expect(tryAct(refused, '2027-03-10', 'reviewRefusal', { ...HOLDS, until: civil('2028-03-10') })).not.toHaveProperty(
      'refused',
    );
  });

  it('REQ-116 it may be disclosed: then nothing is looked at again, and the way to everybody is open', () => {
    const YES = { adopt: true, why: '已经办结', documentId: 'd1' } as const;
    expect(tryAct(refused, '2027-03-10', 'decideProactive', YES)).toMatchObject({ code: 'REQ-110' });
    for (const verdict of ['publish', 'offer'] as const) {
      const may = act(refused, '2027-03-10', 'reviewRefusal', { verdict, until: civil('2028-01-01'), why: '已经办结' });
      expect(may.facts.at(-1)).toMatchObject({ until: null });
      expect(reviewDue(may.facts)).toBeNull();
      expect(tryAct(may, '2027-03-11', 'reviewRefusal', HOLDS)).toMatchObject({ code: 'REQ-116' });
      expect(tryAct(may, '2027-03-11', 'decideProactive', YES)).not.toHaveProperty('refused');
    }
  });

  it('REQ-116 by those who handle files, after the reply, archived or not; where nothing was refused there is nothing', () => {
    const archived = act(refused, '2026-03-25', 'archive', {});
    for (const as of [HANDLER, HEAD])
      expect(tryAct(archived, '2027-03-10', 'reviewRefusal', HOLDS, { as })).not.toHaveProperty('refused');
    for (const who of [ONLINE, { as: LEGAL }])
      expect(tryAct(archived, '2027-03-10', 'reviewRefusal', HOLDS, who)).toHaveProperty('refused');
    expect(tryAct(answered(undefined), '2027-03-10', 'reviewRefusal', HOLDS)).toMatchObject({ code: 'REQ-116' });
    expect(tryAct(received('2026-03-02'), '2026-03-03', 'reviewRefusal', HOLDS)).toHaveProperty('refused');
  });

  it('REQ-118 the applicant hears of what he is offered, and of nothing else', () => {
    const told = (verdict: 'holds' | 'publish' | 'offer') => {
      const file = act(refused, '2027-03-10', 'reviewRefusal', { ...HOLDS, verdict });
      const notices = noticesOf(file.request, file.facts, file.facts.slice(-1), { actor: HEAD });
      expect(JSON.stringify(view(file))).not.toMatch(/流程仍在用|评估审查/);
      return [view(file).disclosableSince, notices.map(({ kind }) => kind)];
    };
    expect(told('holds')).toEqual([null, []]);
    expect(told('publish')).toEqual([null, []]);
    expect(told('offer')).toEqual(['2027-03-10', ['progress']]);
    expect(view(refused).disclosableSince).toBeNull();
  });
});

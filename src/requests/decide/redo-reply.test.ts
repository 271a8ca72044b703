import { describe, expect, it } from 'vitest';
import {
  act,
  DRAFT,
  HANDLER,
  LEGAL,
  passed,
  received,
  SIGNATORY,
  signed,
  tryAct,
} from '../../../test/support/request-play.ts';
import { civil } from '../../statute/civil-date.ts';
import { builtInCalendar } from '../../statute/work-calendar.ts';
import { clockOf } from '../deadlines.ts';
import type { RequestFile } from '../info-request.ts';
import { nextStep } from '../next-step.ts';
import { redoClock, runningDue } from '../redo.ts';
import type { RemedyFile } from '../remedies/remedy.ts';
import { situationOf } from '../situation.ts';
import { lettersTo, trackedView } from '../track.ts';

const SECRET = '旧稿之外的新内容';
const revoked = (change: object = {}): RemedyFile => ({
  id: 'case-1',
  agencyId: 'county',
  requestId: 'id-1',
  kind: 'review',
  caseNumber: '示府复〔2026〕5号',
  body: '示范市人民政府',
  stage: 'review',
  filedOn: civil('2026-03-09'),
  closedOn: civil('2026-04-01'),
  conclusion: 'reviewRevoked',
  result: 'corrected',
  facts: [
    { type: 'accepted', on: civil('2026-03-09'), stage: 'review', n: 1, by: 'x', recordedAt: '' },
    {
      type: 'concluded',
      on: civil('2026-04-01'),
      conclusion: 'reviewRevoked',
      receivedOn: civil('2026-04-07'),
      orders: true,
      replyBy: null,
      n: 2,
      by: 'x',
      recordedAt: '',
    },
  ],
  ...change,
});
const pending = (): RemedyFile => {
  const { facts, ...rest } = revoked({ closedOn: null, conclusion: null, result: null });
  return { ...rest, facts: facts.slice(0, 1) };
};

const before = signed(received('2026-03-02'), '2026-03-04');
const served = act(before, '2026-03-04', 'serve', { method: 'direct', receiver: 'self', evidence: '送达回证' });
const archived = act(served, '2026-03-05', 'archive', {});
const about = (file: RequestFile, ...remedies: RemedyFile[]): RequestFile => ({ ...file, remedies });
const REDO = { remedyId: 'case-1', why: '没有说明不公开的理由' };
const reopened = act(about(archived, revoked()), '2026-04-08', 'redoReply', REDO);
const redrafted = act(reopened, '2026-04-10', 'draftReply', { ...DRAFT, text: SECRET });
const resigned = act(passed(redrafted, '2026-04-13'), '2026-04-14', 'sign', {}, { as: SIGNATORY });
const served2 = act(resigned, '2026-04-15', 'serve', {
  method: 'direct',
  receiver: 'self',
  evidence: '第二份送达回证',
});

describe('redoReply', () => {
  it('REM-15 opens the file again with a clock of its own; the old one ended with the first reply', () => {
    expect(reopened.request).toMatchObject({ state: 'redoing', closedOn: '2026-03-04', outcome: 'granted' });
    expect(redoClock(reopened.facts, civil('2026-04-08'), builtInCalendar)).toMatchObject({
      due: '2026-05-08',
      light: 'green',
      late: false,
    });
    expect(redoClock(reopened.facts, civil('2026-05-09'), builtInCalendar)).toMatchObject({
      light: 'overdue',
      late: true,
    });
    expect(clockOf(reopened, civil('2026-04-08'), builtInCalendar)).toMatchObject({ due: '2026-03-30', light: 'done' });
    expect(runningDue(reopened, civil('2026-04-08'), builtInCalendar)).toBe('2026-05-08');
    expect(runningDue(served2, civil('2026-04-16'), builtInCalendar)).toBeNull();
    expect(nextStep(reopened, civil('2026-04-08'), builtInCalendar)).toMatchObject({ verb: 'draftReply' });
    expect(
      situationOf(
        reopened,
        clockOf(reopened, civil('2026-04-08'), builtInCalendar),
        civil('2026-04-08'),
        builtInCalendar,
      ),
    ).toMatch(/示府复〔2026〕5号.*责令重新答复.*2026年5月8日/);
  });

  it('REM-15 the new reply passes four eyes anew and takes a new number', () => {
    expect(tryAct(redrafted, '2026-04-13', 'sign', {}, { as: SIGNATORY })).toMatchObject({ code: 'WRONG_STATE' });
    expect(
      tryAct(redrafted, '2026-04-13', 'legalCheck', { why: '' }, { as: { ...LEGAL, id: HANDLER.id } as never }),
    ).toMatchObject({
      refused: true,
    });
    expect(resigned.facts.at(-1)).toMatchObject({ type: 'signed', letters: [{ kind: 'granted' }] });
    const returned = act(resigned, '2026-04-14', 'returnDraft', { why: '错字' }, { as: SIGNATORY });
    expect(returned.request.state).toBe('redoing');
  });

  it('REM-15 is not counted again: the row of the report stays where the first reply put it', () => {
    expect(served2.request).toMatchObject({
      state: 'served',
      outcome: 'granted',
      closedOn: '2026-03-04',
      repliedOn: '2026-03-04',
      reportRow: served.request.reportRow,
    });
    const refused = act(reopened, '2026-04-10', 'draftReply', {
      outcome: 'notHeld',
      grounds: { searchRecord: '检索了档案室' },
      text: '不存在',
    });
    const out = act(
      act(passed(refused, '2026-04-13'), '2026-04-14', 'sign', {}, { as: SIGNATORY }),
      '2026-04-15',
      'serve',
      { method: 'direct', receiver: 'self', evidence: '回证' },
    );
    expect(out.request).toMatchObject({ outcome: 'granted', reportRow: '3.1', closedOn: '2026-03-04' });
  });

  it('REM-15 nothing of an application in progress is done on it', () => {
    for (const [verb, particulars] of [
      ['withdraw', { outcome: 'withdrawn', why: '电话' }],
      ['extend', { consentedOn: '2026-04-13', workdays: 5, why: '人手不够' }],
    ] as const)
      expect(tryAct(redrafted, '2026-04-13', verb, particulars as never)).toMatchObject({ refused: true });
    expect(tryAct(redrafted, '2026-04-13', 'withdraw', { outcome: 'withdrawn', why: '电话' })).toMatchObject({
      code: 'REM-15',
    });
    expect(tryAct(reopened, '2026-04-07', 'draftReply', DRAFT, { today: '2026-04-10' })).toMatchObject({
      code: 'REM-15',
    });
  });

  it('REM-15 once for each order, for a reason, and only where something is ordered or still heard', () => {
    const again = about(act(served2, '2026-04-16', 'archive', {}), revoked());
    expect(tryAct(again, '2026-04-17', 'redoReply', REDO)).toMatchObject({ code: 'REM-15' });
    expect(tryAct(archived, '2026-04-08', 'redoReply', REDO)).toMatchObject({ code: 'REM-15' });
    expect(tryAct(about(archived, revoked()), '2026-04-08', 'redoReply', { ...REDO, why: ' ' })).toMatchObject({
      code: 'REM-15',
    });
    expect(
      tryAct(about(archived, revoked()), '2026-04-08', 'redoReply', { ...REDO, remedyId: 'case-2' }),
    ).toMatchObject({
      code: 'REM-15',
    });
    expect(tryAct(about(before, revoked()), '2026-04-08', 'redoReply', REDO)).toMatchObject({ code: 'WRONG_STATE' });
  });

  it('REM-16 while a case is heard the agency may correct itself, with twenty workdays from then', () => {
    const own = act(about(served, pending()), '2026-03-16', 'redoReply', REDO);
    expect(own.facts.at(-1)).toMatchObject({ type: 'reopened', result: null, from: '2026-03-16' });
    expect(redoClock(own.facts, civil('2026-03-16'), builtInCalendar)?.due).toBe('2026-04-14');
  });
});

describe('the applicant', () => {
  it('REM-20 reads the reply that went out, and nothing of the new one before it goes out', () => {
    for (const file of [reopened, redrafted, resigned]) {
      const shown = trackedView(file, civil('2026-04-14'), builtInCalendar);
      expect(JSON.stringify(shown)).not.toContain(SECRET);
      expect(shown.reply?.text).toBe(DRAFT.text);
      expect(shown.redo?.due).toBe('2026-05-08');
    }
    expect(lettersTo(resigned.facts).filter(({ kind }) => kind === 'granted')).toHaveLength(1);
    const shown = trackedView(served2, civil('2026-04-16'), builtInCalendar);
    expect(shown.reply?.text).toBe(SECRET);
    expect(shown.redo).toBeNull();
    // Sixty days from 2026-04-15, and not from the first reply.
    expect(shown.clock.sideClocks.find(({ clock }) => clock === 'reconsideration')?.due).toBe('2026-06-15');
    expect(lettersTo(served2.facts).filter(({ kind }) => kind === 'granted')).toHaveLength(2);
  });
});

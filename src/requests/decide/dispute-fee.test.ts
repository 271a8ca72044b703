import { describe, expect, it } from 'vitest';
import {
  act,
  dueOn,
  HANDLER,
  lastNumber,
  ONLINE,
  received,
  SIGNATORY,
  tryAct,
} from '../../../test/support/request-play.ts';
import { civil } from '../../statute/civil-date.ts';
import { builtInCalendar } from '../../statute/work-calendar.ts';
import { sideClockOf } from '../deadlines.ts';
import { nextStep } from '../next-step.ts';
import { trackedView } from '../track.ts';

const noticed = act(received('2025-09-08'), '2025-09-22', 'noticeFee', {
  tariff: 'pages',
  pages: 100,
  why: '每件百页',
});
const told = act(noticed, '2025-09-26', 'recordReceived', { paper: lastNumber(noticed) });
const SAID = { words: '其中四十页是同一份附件的重复' };
const disputed = act(told, '2025-10-09', 'disputeFee', SAID, ONLINE);
const payUntil = (file: typeof told) => sideClockOf(file, 'fee-payment', civil('2025-10-09'), builtInCalendar)?.due;

describe('收费异议', () => {
  it('FEE-13 the applicant raises it online or on paper, and the period of payment goes on', () => {
    expect(act(told, '2025-10-09', 'disputeFee', SAID, { as: HANDLER }).facts.at(-1)).toMatchObject(SAID);
    expect(disputed.request.state).toBe('feePending');
    expect([payUntil(told), payUntil(disputed)]).toEqual(['2025-10-30', '2025-10-30']);
  });

  it('FEE-13 it is the next thing to do, and nothing is given up before it was answered', () => {
    expect(nextStep(disputed, civil('2025-10-10'), builtInCalendar)).toMatchObject({ verb: 'answerFeeDispute' });
    const why = { why: '财政系统无缴款记录' };
    expect(tryAct(disputed, '2025-10-31', 'abandonUnpaid', why)).toMatchObject({ code: 'FEE-13' });
    const answered = act(disputed, '2025-10-10', 'answerFeeDispute', { words: '附件两份内容不同' });
    expect(nextStep(answered, civil('2025-10-13'), builtInCalendar)).toMatchObject({ verb: 'recordPayment' });
    expect(act(answered, '2025-10-31', 'abandonUnpaid', why).request.state).toBe('abandoned');
  });

  it('FEE-13 who agrees withdraws the notice, and a new notice may be disputed anew', () => {
    const back = act(disputed, '2025-10-10', 'withdrawFeeNotice', { why: '异议成立' });
    expect(dueOn(back)).toBe('2025-10-11');
    expect(tryAct(back, '2025-10-10', 'answerFeeDispute', { words: '维持' })).toMatchObject({ code: 'FEE-13' });
    const again = act(back, '2025-10-11', 'noticeFee', { tariff: 'pages', pages: 60, why: '六十页' });
    expect(act(again, '2025-10-13', 'disputeFee', SAID, ONLINE).request.state).toBe('feePending');
  });

  it('FEE-13 once for each notice, in words, and not before the notice', () => {
    expect(tryAct(disputed, '2025-10-10', 'disputeFee', SAID, ONLINE)).toMatchObject({ code: 'FEE-13' });
    expect(tryAct(told, '2025-10-09', 'disputeFee', { words: '\u200b' }, ONLINE)).toMatchObject({ code: 'FEE-13' });
    expect(tryAct(told, '2025-09-19', 'disputeFee', SAID, { today: '2025-10-09' })).toMatchObject({ code: 'FEE-13' });
    expect(tryAct(disputed, '2025-10-10', 'answerFeeDispute', { words: '' })).toMatchObject({ code: 'FEE-13' });
    expect(
      tryAct(disputed, '2025-10-08', 'answerFeeDispute', { words: '维持' }, { today: '2025-10-10' }),
    ).toMatchObject({ code: 'FEE-13' });
  });

  it('FEE-13 the applicant reads what he said and what was answered', () => {
    const seen = (file: typeof told) => trackedView(file, civil('2025-10-13'), builtInCalendar).dispute;
    expect(seen(told)).toEqual({ mayBeSaid: true, said: null, answer: null });
    expect(seen(disputed)).toEqual({ mayBeSaid: false, said: { on: '2025-10-09', ...SAID }, answer: null });
    const answered = act(disputed, '2025-10-10', 'answerFeeDispute', { words: '附件两份内容不同' });
    expect(seen(answered)).toMatchObject({ answer: { on: '2025-10-10', words: '附件两份内容不同' } });
  });
});

describe('who may not', () => {
  it('FEE-13 the applicant answers no objection, others record none', () => {
    expect(tryAct(disputed, '2025-10-10', 'answerFeeDispute', { words: '同意' }, ONLINE)).toMatchObject({
      code: 'NOT_YOUR_FILE',
    });
    for (const verb of ['disputeFee', 'answerFeeDispute'] as const)
      expect(
        tryAct(verb === 'disputeFee' ? told : disputed, '2025-10-10', verb, SAID, { as: SIGNATORY }),
      ).toMatchObject({
        code: 'NOT_YOUR_ROLE',
      });
  });
});

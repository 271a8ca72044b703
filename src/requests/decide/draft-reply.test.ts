import { describe, expect, it } from 'vitest';
import { act, DRAFT, received, signed, tryAct } from '../../../test/support/request-play.ts';
import { isRefusal } from '../../statute/refusal.ts';
import { GROUNDS } from '../asks.ts';
import type { RequestFile } from '../info-request.ts';
import { OUTCOME_NAMES, outcomeOf } from '../outcomes.ts';
import type { DraftReply } from './draft-reply.ts';

const DAY = '2026-03-10';
const file = received('2026-03-02');
const drafting = (outcome: string, grounds = {}) =>
  tryAct(file, DAY, 'draftReply', { outcome, grounds, text: '答复。' });
const everyGround = (outcome: (typeof OUTCOME_NAMES)[number]) =>
  Object.fromEntries(
    outcomeOf(outcome).grounds.map((name) => [name, GROUNDS[name].input === 'date' ? '2025-05-06' : '…']),
  );

const BY_REPLY = OUTCOME_NAMES.filter((name) => outcomeOf(name).by === 'reply');
const FREE = BY_REPLY.filter((name) => outcomeOf(name).records.length === 0);

describe('draftReply', () => {
  it.each(FREE)('REQ-22 %s: with its grounds the draft goes to be signed', (outcome) =>
    expect(drafting(outcome, everyGround(outcome))).toMatchObject({ request: { state: 'drafted' } }),
  );

  it.each(FREE)('REQ-23 %s: without them it is refused, and every one is named', (outcome) => {
    const says = outcomeOf(outcome).grounds.map((name) => expect.stringContaining(GROUNDS[name].term));
    for (const named of says) expect(drafting(outcome)).toMatchObject({ code: 'REQ-23', says: named });
  });

  it.each(BY_REPLY.filter((name) => !FREE.includes(name)))('REQ-23 %s needs its record in the file', (outcome) =>
    expect(drafting(outcome, everyGround(outcome))).toMatchObject({ code: 'REQ-23' }),
  );

  it('REQ-23 补正后仍不明确 after a correction was asked for and came', () => {
    const asked = act(file, '2026-03-03', 'askCorrection', { what: '写明年份', workdays: 10 });
    const corrected = act(asked, '2026-03-04', 'receiveCorrection', { what: '还是那个', why: '' });
    const draft = { outcome: 'stillUnclear', grounds: { reason: '年份、文号均未写明' }, text: '无法提供。' };
    expect(tryAct(corrected, DAY, 'draftReply', draft)).toMatchObject({ request: { state: 'drafted' } });
  });

  it('REQ-23 大量反复 only after reasons were asked for', () => {
    const asked = act(file, '2026-03-03', 'askReasons', { why: '一个月三十件' });
    const draft = { outcome: 'excessive', grounds: { reason: '理由不合理' }, text: '不予处理。' };
    expect(tryAct(asked, DAY, 'draftReply', draft)).toMatchObject({ request: { state: 'drafted' } });
  });

  it.each(['2025-02-30', '2026-03-11', '昨天'])('REQ-23 an earlier reply cannot have been served on %s', (day) =>
    expect(drafting('repeated', { earlierReplyNumber: '3号', earlierReplyServedOn: day })).toMatchObject({
      code: 'REQ-23',
    }),
  );

  it.each(['withdrawn', 'uncorrected', 'feeUnpaid', 'nonsense', 'toString'])(
    'REQ-22 %s is not given by a reply',
    (outcome) => expect(drafting(outcome)).toMatchObject({ code: 'REQ-22' }),
  );

  it('TRI-6 a draft keeps what was judged; against it only for a reason', () => {
    const answers = [{ question: 'notInformation', yes: true }];
    const judged = (outcome: string, why = '') =>
      tryAct(file, DAY, 'draftReply', {
        ...DRAFT,
        outcome,
        grounds: everyGround('advice'),
        judgement: { answers, why },
      });
    expect(judged('notGovernmentInformation')).toMatchObject({ code: 'REQ-23' });
    expect(judged('advice')).toMatchObject({ code: 'TRI-6' });
    const { facts } = judged('advice', '是问政策') as RequestFile;
    expect(facts.at(-1)).toMatchObject({ judgement: { answers, judged: 'notGovernmentInformation', why: '是问政策' } });
  });

  it('REQ-23 a reply has a text', () =>
    expect(tryAct(file, DAY, 'draftReply', { ...DRAFT, text: ' ' })).toMatchObject({ code: 'REQ-23' }));

  describe('分项', () => {
    const part = (what: string, outcome: (typeof OUTCOME_NAMES)[number]) => ({
      what,
      outcome,
      grounds: everyGround(outcome),
    });
    const three = [part('预算', 'granted'), part('合同', 'notHeld'), part('会议记录', 'processInformation')];
    const inParts = (parts: NonNullable<DraftReply['parts']>, more = {}) =>
      tryAct(file, DAY, 'draftReply', { outcome: '', grounds: {}, text: '答复。', parts, ...more });

    it('REQ-69 several parts stand in one draft, which counts under the outcome of the rule', () => {
      const drafted = inParts(three);
      expect(drafted).toMatchObject({ request: { state: 'drafted' } });
      expect(isRefusal(drafted) ? null : drafted.facts.at(-1)).toMatchObject({
        outcome: 'partlyGranted',
        parts: three,
      });
    });

    it('REQ-69 an part without its premise is refused, and which one is told', () => {
      const says = (text: string) => ({ says: expect.stringContaining(text) });
      expect(inParts([three[0]!, { ...three[1]!, grounds: {} }])).toMatchObject({
        code: 'REQ-23',
        ...says('第（二）项'),
      });
      expect(inParts([three[0]!, { ...three[1]!, what: ' ' }])).toMatchObject({
        code: 'REQ-69',
        ...says('第（二）项'),
      });
      expect(inParts([{ ...three[0]!, outcome: 'withdrawn' }, three[1]!])).toMatchObject({ code: 'REQ-22' });
      expect(inParts([part('甲', 'thirdPartyRights'), three[1]!])).toMatchObject({
        code: 'REQ-23',
        ...says('第（一）项'),
      });
    });

    it.each([0, 1, 21])('REQ-69 %i parts are none', (n) =>
      expect(inParts(Array.from({ length: n }, () => three[0]!))).toMatchObject({ code: 'REQ-69' }),
    );

    it('REQ-70 another main outcome is one of the parts, for a reason that is kept', () => {
      expect(inParts(three, { outcome: 'stateSecret', why: '就是' })).toMatchObject({ code: 'REQ-70' });
      expect(inParts(three, { outcome: 'notHeld' })).toMatchObject({ code: 'REQ-70' });
      const drafted = inParts(three, { outcome: 'notHeld', why: '实质上只问合同' });
      expect(isRefusal(drafted) ? null : drafted.facts.at(-1)).toMatchObject({
        outcome: 'notHeld',
        mainWhy: '实质上只问合同',
      });
      expect(inParts(three, { outcome: 'partlyGranted' })).toMatchObject({ request: { state: 'drafted' } });
    });
  });

  it('REQ-12 K14: the silence of a third party ends the wait after the fifteenth workday, 2026-04-01', () => {
    const out = act(file, '2026-03-09', 'consultThirdParty', { name: '某公司', about: '施工图' });
    expect(tryAct(out, '2026-04-23', 'draftReply', DRAFT)).toMatchObject({ code: 'REQ-21' });
    const told = act(out, '2026-03-11', 'recordReceived', { paper: 2 });
    expect(tryAct(told, '2026-04-01', 'draftReply', DRAFT)).toMatchObject({ code: 'REQ-21' });
    const refusing = { outcome: 'thirdPartyRights', grounds: { reason: '公开会损害其商业秘密' }, text: '不予公开。' };
    expect(tryAct(told, '2026-04-02', 'draftReply', refusing)).toMatchObject({ request: { state: 'drafted' } });
  });

  it('REQ-12 a third party asked a second time has 15 workdays again, whatever became of the first', () => {
    let out = act(file, '2026-03-09', 'consultThirdParty', { name: '某公司', about: '施工图' });
    out = act(out, '2026-03-10', 'recordReceived', { paper: 2 });
    out = act(out, '2026-03-20', 'recordThirdPartyAnswer', { consultation: 2, opinion: 'agrees', why: '' });
    out = act(out, '2026-03-25', 'consultThirdParty', { name: '某公司', about: '监理日志' });
    out = act(out, '2026-03-26', 'recordReceived', { paper: 5 });
    expect(tryAct(out, '2026-04-17', 'draftReply', DRAFT)).toMatchObject({ code: 'REQ-21' });
    expect(tryAct(out, '2026-04-20', 'draftReply', DRAFT)).toMatchObject({ request: { state: 'drafted' } });
  });

  it('REQ-12 the silence of another agency says nothing', () => {
    const out = act(file, '2026-03-09', 'consultAgency', { name: '某局', about: '批准文件' });
    const told = act(out, '2026-03-10', 'recordReceived', { paper: 2 });
    expect(tryAct(told, '2026-05-20', 'draftReply', DRAFT)).toMatchObject({
      code: 'REQ-21',
      says: expect.stringContaining('某局'),
    });
  });

  it('REQ-24 before it has gone out a signed reply may be drafted again, and is signed again', () => {
    const again = act(signed(file, DAY), DAY, 'draftReply', DRAFT);
    expect(again.request.state).toBe('drafted');
    expect(tryAct(again, DAY, 'serve', { method: 'direct', receiver: 'self', evidence: '送达回证' })).toMatchObject({
      code: 'WRONG_STATE',
    });
  });
});

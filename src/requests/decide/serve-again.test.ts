import { describe, expect, it } from 'vitest';
import { act, HEAD, LEGAL, lastNumber, ONLINE, received, signed, tryAct } from '../../../test/support/request-play.ts';
import { civil } from '../../statute/civil-date.ts';
import type { History } from '../../statute/reply-clock/history.ts';
import { readHistory } from '../../statute/reply-clock/read-history.ts';
import { replyDue } from '../../statute/reply-clock/reply-due.ts';
import { builtInCalendar } from '../../statute/work-calendar.ts';
import { clockOf, historyOf, sideClockOf } from '../deadlines.ts';
import type { RequestFile } from '../info-request.ts';
import { letterKind } from '../letters/kinds.ts';
import { nextStep } from '../next-step.ts';
import { replyReceivedOn } from '../standing.ts';
import { trackedView } from '../track.ts';

const POST = { method: 'post', carrier: 'registered', tracking: 'XA12345678951', evidence: '' } as const;
const HAND = { method: 'direct', receiver: 'household', evidence: '送达回证' } as const;
const BACK = { paper: 6, reason: 'moved', note: '门卫称已经迁走' } as const;

/** Due 2026-05-08, posted that day, back on 2026-05-14. */
const posted = act(signed(received('2026-04-07'), '2026-05-08'), '2026-05-08', 'serve', POST);
const back = act(posted, '2026-05-14', 'recordReturn', BACK);
const again = act(back, '2026-05-15', 'serveAgain', { paper: 6, ...POST, carrier: 'ems', tracking: '1234567890123' });
const handed = act(back, '2026-05-18', 'serveAgain', { paper: 6, ...HAND });
const next = (file: RequestFile, today: string) => nextStep(file, civil(today), builtInCalendar)?.verb;
const remedyDue = (file: RequestFile) =>
  sideClockOf(file, 'reconsideration', civil('2026-05-20'), builtInCalendar)?.due;

describe('recordReturn', () => {
  it('REQ-77 what came back was not received: remedies have not begun, the day of the reply stays', () => {
    expect(back.request).toMatchObject({ state: 'served', repliedOn: '2026-05-08', closedOn: '2026-05-08' });
    expect(replyReceivedOn(back.facts)).toBeUndefined();
    expect(remedyDue(back)).toBeNull();
    expect(clockOf(back, civil('2026-05-20'), builtInCalendar)).toMatchObject({ due: '2026-05-08', late: false });
  });

  it('REQ-77 the next step is to serve it again; nobody can say meanwhile that it was received, nor put it away', () => {
    expect(next(back, '2026-05-14')).toBe('serveAgain');
    expect(tryAct(back, '2026-05-15', 'recordReceived', { paper: 6, receiver: 'self' })).toMatchObject({
      code: 'REQ-77',
    });
    expect(tryAct(back, '2026-05-15', 'recordReceived', { paper: 6 }, ONLINE)).toMatchObject({ code: 'REQ-77' });
    expect(tryAct(back, '2026-05-15', 'archive', {})).toMatchObject({ code: 'REQ-32' });
  });

  it('REQ-77 once, of a paper that went out and was not signed for, not before it went out', () => {
    expect(tryAct(back, '2026-05-15', 'recordReturn', BACK)).toMatchObject({ code: 'REQ-77' });
    expect(tryAct(posted, '2026-05-15', 'recordReturn', { ...BACK, paper: 5 })).toMatchObject({ code: 'REQ-77' });
    expect(tryAct(posted, '2026-05-07', 'recordReturn', BACK, { today: '2026-05-14' })).toMatchObject({
      code: 'REQ-77',
    });
    const got = act(posted, '2026-05-11', 'recordReceived', { paper: 6, receiver: 'self' });
    expect(tryAct(got, '2026-05-14', 'recordReturn', BACK)).toMatchObject({ code: 'REQ-77' });
    expect(tryAct(posted, '2026-05-14', 'recordReturn', { ...BACK, reason: 'toString' } as never)).toMatchObject({
      code: 'REQ-77',
    });
  });

  it('REQ-77 is the office’s to record: not the applicant’s, nor of those who check', () => {
    for (const who of [ONLINE, { as: LEGAL }])
      expect(tryAct(posted, '2026-05-14', 'recordReturn', BACK, who)).toHaveProperty('refused');
    expect(act(posted, '2026-05-14', 'recordReturn', BACK, { as: HEAD }).facts).toHaveLength(7);
  });
});

describe('serveAgain', () => {
  it('REQ-78 the day of the reply stays, remedies run from the day it is signed for at last', () => {
    expect(handed.request).toMatchObject({ repliedOn: '2026-05-08' });
    expect(replyReceivedOn(handed.facts)).toBe('2026-05-18');
    expect(remedyDue(handed)).toBe('2026-07-17');
    expect(next(handed, '2026-05-18')).toBe('archive');
    expect(remedyDue(again)).toBeNull();
    expect(next(again, '2026-05-18')).toBe('recordReceived');
  });

  it('REQ-78 posted again it is received after that, or comes back again', () => {
    const early = { paper: 6, receiver: 'self' } as const;
    expect(tryAct(again, '2026-05-14', 'recordReceived', early, { today: '2026-05-20' })).toMatchObject({
      code: 'REQ-28',
    });
    expect(remedyDue(act(again, '2026-05-19', 'recordReceived', early))).toBe('2026-07-20');
    const twice = act(again, '2026-05-20', 'recordReturn', { ...BACK, reason: 'unclaimed' });
    expect(next(twice, '2026-05-20')).toBe('serveAgain');
  });

  it('REQ-78 only what came back, not before it did, and by a way that is lawful', () => {
    expect(tryAct(posted, '2026-05-15', 'serveAgain', { paper: 6, ...HAND })).toMatchObject({ code: 'REQ-78' });
    expect(tryAct(again, '2026-05-16', 'serveAgain', { paper: 6, ...HAND })).toMatchObject({ code: 'REQ-78' });
    expect(tryAct(back, '2026-05-13', 'serveAgain', { paper: 6, ...HAND }, { today: '2026-05-20' })).toMatchObject({
      code: 'REQ-78',
    });
    expect(tryAct(back, '2026-05-15', 'serveAgain', { paper: 6, ...POST, carrier: 'courier' })).toMatchObject({
      code: 'REQ-75',
    });
    const online = { method: 'electronic', arrival: 'trackPage', evidence: '发送记录' } as const;
    expect(tryAct(back, '2026-05-15', 'serveAgain', { paper: 6, ...online })).toMatchObject({ code: 'LET-5' });
  });

  it('REQ-78 a notice that came back runs from the day it is handed over', () => {
    const asked = act(received('2025-10-09'), '2025-10-17', 'askCorrection', { what: '写明路段', workdays: 10 });
    const lost = act(asked, '2025-10-21', 'recordReturn', { paper: 2, reason: 'unknown', note: '' });
    expect(next(lost, '2025-10-21')).toBe('serveAgain');
    expect(sideClockOf(lost, 'correction-period', civil('2025-10-22'), builtInCalendar)).not.toHaveProperty(
      'abandonableFrom',
    );
    const given = act(lost, '2025-10-23', 'serveAgain', { paper: 2, ...HAND });
    expect(sideClockOf(given, 'correction-period', civil('2025-10-24'), builtInCalendar)?.due).toBe('2025-11-06');
  });

  it('REQ-78 the program on the command line counts the same history to the same days', () => {
    for (const file of [posted, back, again, handed]) {
      const today = civil('2026-05-20');
      const read = readHistory(JSON.parse(JSON.stringify(historyOf(file, today))), today) as History;
      expect(replyDue(read, builtInCalendar)).toEqual(clockOf(file, today, builtInCalendar));
    }
  });

  it('REQ-78 by hand again there is a record of service, of a paper to a third party none the applicant could read', () => {
    const fact = handed.facts.at(-1)!;
    expect(fact.letters?.map(({ kind }) => kind)).toEqual(['serviceRecord']);
    const out = act(received('2026-03-02'), '2026-03-09', 'consultThirdParty', { name: '某公司', about: '施工图' });
    const lost = act(out, '2026-03-12', 'recordReturn', { paper: 2, reason: 'refused', note: '' });
    const given = act(lost, '2026-03-13', 'serveAgain', { paper: lastNumber(out), ...HAND });
    expect(given.facts.at(-1)).not.toHaveProperty('letters');
    expect(letterKind('serviceRecord').issuedBy(given.facts.at(-1)!, given.facts)).toBe(false);
    expect(JSON.stringify(trackedView(given, civil('2026-03-16'), builtInCalendar))).not.toMatch(
      /某公司|退件|再次送达/,
    );
  });

  it('REQ-78 the applicant reads that it came back and how it was sent again', () => {
    const seen = (file: RequestFile) => trackedView(file, civil('2026-05-20'), builtInCalendar).reply;
    expect(seen(back)).toMatchObject({ cameBack: true, receivedOn: null });
    expect(seen(back)?.delivery.map(({ says }) => says)).toEqual([
      '邮政挂号信，邮件号码XA12345678951',
      '退件：已经迁移',
    ]);
    expect(seen(handed)).toMatchObject({ cameBack: false, receivedOn: '2026-05-18' });
    expect(JSON.stringify(seen(back))).not.toContain('门卫');
  });
});

import { describe, expect, it } from 'vitest';
import { officerOf, sceneOn } from '../../test/support/scene.ts';
import { PUBLIC, SYSTEM } from '../people/actor.ts';
import { civil } from '../statute/civil-date.ts';
import { isRefusal } from '../statute/refusal.ts';
import { builtInCalendar } from '../statute/work-calendar.ts';
import { decideTicket } from './decide.ts';
import { permitTicket } from './permissions.ts';
import { type Known, reconcile, type SeenMark } from './reconcile.ts';
import type { TicketFile } from './ticket.ts';

const site = { id: 's', agencyId: 'office' };
const mark = (n: number, kind: SeenMark['kind'] = 'deadLink'): SeenMark => ({
  kind,
  url: `https://a.gov.cn/${n}`,
  detail: '',
  says: '不存在。',
  sources: ['https://a.gov.cn/'],
});
const round = (known: Omit<Known, 'site'>, marks: SeenMark[], day: string, notLooked: string[] = []) => {
  let made = known.numbered * 100;
  const after = reconcile(
    { site, ...known },
    { marks, notLooked: new Set(notLooked) },
    civil(day),
    builtInCalendar,
    () => {
      made += 1;
      return `id-${made}`;
    },
  );
  const merge = <T extends { id: string }>(old: readonly T[], now: readonly T[]) => [
    ...new Map([...old, ...now].map((one) => [one.id, one])).values(),
  ];
  const tickets = merge(known.tickets, after.tickets);
  return { findings: merge(known.findings, after.findings), tickets, numbered: tickets.length, counts: after.counts };
};
const NOTHING = { findings: [], tickets: [], numbered: 0 };

describe('a round beside what is known', () => {
  const first = round(NOTHING, [mark(1), mark(2), mark(3, 'wrongWord')], '2026-11-20');

  it('SUP-40 findings of one kind on one site are one ticket, due in the working days of the kind', () => {
    expect(first.tickets.map(({ number, kind, dueOn }) => [number, kind, dueOn])).toEqual([
      ['整改〔2026〕1号', 'deadLink', '2026-11-27'],
      ['整改〔2026〕2号', 'wrongWord', '2026-11-25'],
    ]);
    const second = round(first, [mark(1), mark(2), mark(4), mark(3, 'wrongWord')], '2026-11-23');
    expect(second.tickets).toHaveLength(2);
    expect(second.counts).toEqual({ fresh: 1, returned: 0, gone: 0, still: 3 });
  });

  it('SUP-41 what is not there any more is mended, what could not be looked at is not', () => {
    const second = round(first, [mark(3, 'wrongWord')], '2026-11-23', ['https://a.gov.cn/2']);
    expect(second.findings.map(({ url, state }) => [url.slice(-1), state])).toEqual([
      ['1', 'gone'],
      ['2', 'open'],
      ['3', 'open'],
    ]);
  });

  it('SUP-42 what returns reopens its ticket and counts as repeated', () => {
    const gone = round(first, [mark(3, 'wrongWord')], '2026-11-23');
    const closed = {
      ...gone,
      tickets: gone.tickets.map((ticket) => ({ ...ticket, state: 'closed' as const, closedOn: civil('2026-11-24') })),
    };
    const back = round(closed, [mark(1), mark(3, 'wrongWord')], '2026-12-01');
    expect(back.findings.find(({ url }) => url.endsWith('/1'))).toMatchObject({ state: 'open', times: 2 });
    expect(back.tickets[0]).toMatchObject({
      state: 'open',
      reopened: 1,
      lookedBack: 'failed',
      closedOn: null,
      dueOn: '2026-12-08',
    });
    expect(back.tickets).toHaveLength(2);
  });

  it('SUP-43 an accepted exception stays accepted', () => {
    const accepted = {
      ...first,
      findings: first.findings.map((one) => ({ ...one, state: 'accepted' as const, acceptedBecause: '原文如此' })),
    };
    const again = round(accepted, [mark(1), mark(2), mark(3, 'wrongWord')], '2026-12-01');
    expect(again.findings.every(({ state }) => state === 'accepted')).toBe(true);
    expect(again.counts).toEqual({ fresh: 0, returned: 0, gone: 0, still: 0 });
  });
});

describe('steps on a ticket', () => {
  const { findings, tickets } = round(NOTHING, [mark(1), mark(2)], '2026-11-20');
  const file: TicketFile = { ticket: tickets[0]!, findings };
  const scene = (day = '2026-11-23') => sceneOn(day, SYSTEM);
  const step = (from: TicketFile, command: object, day?: string) => {
    const decided = decideTicket(from, { ticketId: 'id-1', ...command } as never, scene(day));
    if (isRefusal(decided)) throw new Error(decided.says);
    return decided;
  };
  const refused = (from: TicketFile, command: object, day?: string) =>
    decideTicket(from, { ticketId: 'id-1', ...command } as never, scene(day));
  const clean = { verb: 'recheck', still: [], notLooked: [] };
  const fixed = step(file, { verb: 'reportFixed', says: '已改' }).next;
  const closed = step(fixed, clean).next;

  it('SUP-45 nobody closes but the machine, and only after somebody said it was mended', () => {
    expect(fixed.ticket.state).toBe('fixed');
    expect(refused(file, clean)).toMatchObject({ code: 'WRONG_STATE' });
    expect(refused(file, { verb: 'reportFixed', says: ' ' })).toMatchObject({ code: 'SAYS_MISSING' });
    expect(permitTicket(officerOf('office', 'officeHead'), 'recheck', 'office').allowed).toBe(false);
    expect(closed.ticket).toMatchObject({ state: 'closed', closedOn: '2026-11-23', lookBackOn: '2026-12-23' });
    expect(closed.findings.every(({ state }) => state === 'gone')).toBe(true);
  });

  it('SUP-46 what is still there sends it back', () => {
    const back = step(fixed, { ...clean, still: [findings[0]!.id] });
    expect(back.entry.verb).toBe('failedRecheck');
    expect(back.next.ticket).toMatchObject({ state: 'open', reopened: 1 });
    expect(back.next.findings.map(({ state }) => state)).toEqual(['open', 'gone']);
  });

  it('SUP-47 what could not be looked at keeps it waiting', () => {
    const waiting = step(fixed, { ...clean, notLooked: [findings[0]!.id] });
    expect(waiting.next.ticket.state).toBe('fixed');
    expect(waiting.next.findings[0]!.state).toBe('open');
  });

  it('SUP-48 a month later it is looked back at, not before; a failure reopens it', () => {
    expect(refused(closed, clean, '2026-12-22')).toMatchObject({ code: 'WRONG_STATE' });
    expect(step(closed, clean, '2026-12-23').next.ticket).toMatchObject({
      state: 'closed',
      lookedBack: 'passed',
      lookBackOn: null,
    });
    const failed = step(closed, { ...clean, still: [findings[1]!.id] }, '2026-12-23');
    expect(failed.entry.verb).toBe('failedLookBack');
    expect(failed.next.ticket).toMatchObject({ state: 'open', lookedBack: 'failed', reopened: 1 });
    expect(failed.next.findings[1]).toMatchObject({ state: 'open', times: 2 });
  });

  it('SUP-49 an exception needs a reason; numbers of people are none', () => {
    const accept = (from: TicketFile, because: string) =>
      refused(from, { verb: 'acceptFinding', findingId: from.findings[0]!.id, because });
    expect(accept(file, ' ')).toMatchObject({ code: 'REASON_MISSING' });
    const person = {
      ...file,
      findings: file.findings.map((one) => ({ ...one, kind: 'personalInformation' as const })),
    };
    expect(accept(person, '无关')).toMatchObject({ code: 'NO_EXCEPTION' });
    const one = step(file, { verb: 'acceptFinding', findingId: findings[0]!.id, because: '对方维护中' }).next;
    expect(one.ticket.state).toBe('open');
    const both = step(one, { verb: 'acceptFinding', findingId: findings[1]!.id, because: '对方维护中' }).next;
    expect(both.ticket.state).toBe('closed');
  });

  it('SUP-50 who may not', () => {
    const may = (...[actor, verb]: [Parameters<typeof permitTicket>[0], Parameters<typeof permitTicket>[1]]) =>
      permitTicket(actor, verb, 'office').allowed;
    expect(may(officerOf('office', 'officeHead'), 'assign')).toBe(true);
    expect(may(officerOf('office', 'editor'), 'reportFixed')).toBe(true);
    expect(may(officerOf('office', 'editor'), 'assign')).toBe(false);
    expect(may(officerOf('office', 'editor'), 'acceptFinding')).toBe(false);
    for (const actor of [
      PUBLIC,
      officerOf('other', 'officeHead', 'editor'),
      officerOf('office', 'handler', 'systemAdmin'),
    ])
      for (const verb of ['assign', 'reportFixed', 'acceptFinding', 'recheck'] as const)
        expect(may(actor, verb)).toBe(false);
  });
});

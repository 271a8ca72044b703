/** 找错 from the foot of a page to the answer: portal and desk over one office. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { openDesk, type Who } from '../../../test/support/open-desk.ts';
import { SYSTEM } from '../../people/actor.ts';
import { perform } from '../../perform.ts';
import { portalFor, provenBy, textOf, type Visitor, visitorOf } from '../../portal/portal.fixture.ts';
import { civil } from '../../statute/civil-date.ts';
import type { FetchPage } from '../../supervision/gather/fetch-page.ts';
import { recheckTickets } from '../../supervision/gather/watch-round.ts';
import { mistakeDue } from '../../supervision/mistakes/mistake.ts';
import { mistakeFigures } from '../../supervision/store/mistakes.ts';
import { roundStairs } from '../../supervision/store/stairs.ts';
import type { FindingsPage, InboxView, MistakeView, TicketView } from '../contract.ts';

const { db } = await testDatabase();
const office = await openDesk(db);
const { as } = office;
let codes = 0;
const newCode = () => {
  codes += 1;
  return `CCCC-CCCC-${String(codes + 2222)}`;
};
let visitor: Visitor;
// Anew for each: one address may send only so many within an hour.
beforeEach(() => {
  visitor = visitorOf(portalFor(office.house, { newCode }));
});
const PAGE = 'https://www.example.gov.cn/documents/1';
const FORM = { page: PAGE, wrong: '以经 办理', says: '应当是“已经办理”', contact: '13912345678' };
const formToSend = async (change: object = {}) => ({
  ...{ ...FORM, ...change, do: 'send' },
  ...(await provenBy((await visitor.get('/mistakes/report')).body)),
});
const held = (page: { body: string }) => {
  const [number, code] = [...page.body.matchAll(/code-big"[^>]*>\s*([^<\s]+)/g)].map((match) => match[1]!);
  return { number: number!, code: code! };
};
async function reported(change: object = {}) {
  const receipt = held(await visitor.post('/mistakes/report', await formToSend(change)));
  const { id } = await db
    .selectFrom('mistake_reports')
    .select('id')
    .where('query_number', '=', receipt.number)
    .executeTakeFirstOrThrow();
  return { ...receipt, id };
}
const see = async (id: string, who: Who = 'editor'): Promise<MistakeView> =>
  (await as(who).get(`/api/mistakes/${id}`)).json();
const act = async (id: string, sent: object, who: Who = 'editor') => {
  const response = await as(who).post(`/api/mistakes/${id}/acts`, { seen: (await see(id)).seen, act: sent });
  return { status: response.statusCode, ...response.json() };
};
const answer = (verdict: string, says = '已经改正，谢谢。') => ({ verb: 'answer', verdict, says });
const track = async ({ number, code }: { number: string; code: string }) =>
  visitor.post('/mistakes/track', { number, code });

/** The page as the watch would get it. */
const serving =
  (words: string): FetchPage =>
  async (url) => ({
    ...{ outcome: 'answered', url, finalUrl: url, hops: 0, status: 200, cut: false, millis: 5 },
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: Buffer.from(`<html><body><main><p>${words}</p></main></body></html>`),
  });

beforeAll(async () => {
  office.on('2026-11-02');
  const site = { agencyId: 'county', name: '县政府门户网站', address: 'https://www.example.gov.cn/', own: true };
  await as('officeHead').post('/api/watched-sites', site);
});

describe('找错', () => {
  it('SUP-64 every page leads to the form, which knows where the reader came from and needs no script', async () => {
    expect((await visitor.get('/guide')).body).toContain('href="/mistakes/report"');
    const html = (await visitor.get('/mistakes/report')).body;
    const from = async (referer: string) => (await visitor.get('/mistakes/report', { referer })).body;
    expect(await from(PAGE)).toContain(`value="${PAGE}"`);
    for (const elsewhere of ['https://evil.example/documents/1', 'https://www.example.gov.cn/mistakes/report', 'x'])
      expect(await from(elsewhere)).not.toMatch(/id="page"[^>]*value="[^"]/);
    expect(html.match(/<script/g)?.length).toBe(1);
  });

  it('SUP-64 one form is one report, sent again it shows the same receipt; what is missing is named', async () => {
    const sent = await formToSend();
    const [first, second] = [
      await visitor.post('/mistakes/report', sent),
      await visitor.post('/mistakes/report', sent),
    ];
    expect([first.statusCode, second.statusCode, held(second)]).toEqual([201, 200, held(first)]);
    expect((await visitor.post('/mistakes/report', { ...sent, says: '别的' })).statusCode).toBe(409);
    const empty = await visitor.post('/mistakes/report', await formToSend({ says: '' }));
    expect([empty.statusCode, textOf(empty.body).includes('没有写哪里错了')]).toEqual([422, true]);
  });

  it('SUP-65 it waits for whoever mends the site, a calendar month', async () => {
    expect(mistakeDue({ receivedOn: civil('2026-01-31') })).toBe('2026-02-28');
    const { id } = await reported();
    const inbox: InboxView = (await as('editor').get('/api/inbox')).json();
    expect(inbox.mine.find(({ key }) => key === `mistakes/${id}`)).toMatchObject({
      dueOn: '2026-12-02',
      step: '核实找错',
    });
    const figures = (today: string) => mistakeFigures(db, ['county'], 2026, civil(today));
    expect(await figures('2026-12-02')).toMatchObject({ open: 2, late: 0 });
    expect(await figures('2026-12-03')).toMatchObject({ open: 2, late: 2 });
  });

  it('SUP-66 on a ticket until its words are gone, and not answered as mended before', async () => {
    const one = await reported();
    const { ticket } = await act(one.id, { verb: 'openTicket', wrong: FORM.wrong });
    expect(ticket).toMatchObject({ state: '待整改', open: true });
    expect(await act(one.id, answer('mended'))).toMatchObject({ code: 'STILL_OPEN' });
    const { sites }: FindingsPage = (await as('editor').get('/api/findings')).json();
    // A round sees nothing of it, and takes nothing back.
    const seen = { marks: [], notLooked: new Set<string>() };
    await perform(office.house, roundStairs, SYSTEM, { verb: 'keepRound', siteId: sites[0]!.id, roundId: 'r', seen });
    expect((await see(one.id)).ticket).toMatchObject({ open: true });
    const onTicket = async (): Promise<TicketView> => (await as('editor').get(`/api/tickets/${ticket.id}`)).json();
    const fix = async () =>
      as('editor').post(`/api/tickets/${ticket.id}/acts`, {
        seen: (await onTicket()).seen,
        act: { verb: 'reportFixed', says: '改了' },
      });
    const watch = (words: string) => ({
      house: office.house,
      fetchPage: serving(words),
      readFile: async () => undefined,
    });
    await fix();
    await recheckTickets(watch('该事项以经\n办理。'));
    expect(await onTicket()).toMatchObject({ state: 'open', reopened: 1 });
    await fix();
    await recheckTickets(watch('该事项已经办理。'));
    expect(await onTicket()).toMatchObject({ state: 'closed' });
    expect(await act(one.id, answer('mended'))).toMatchObject({ state: 'answered', verdict: '属实，已经改正' });
    expect(textOf((await track(one)).body)).toContain('已经改正，谢谢。');
    expect(await act(one.id, answer('notWrong'))).toMatchObject({ code: 'ALREADY_ANSWERED' });
  });

  it('SUP-66 a page of no watched site is answered without a ticket', async () => {
    const { id } = await reported({ page: '第二页下面', wrong: '' });
    expect(await act(id, { verb: 'openTicket', wrong: '字' })).toMatchObject({ code: 'NOT_WATCHED' });
    expect(await act(id, answer('notOurs', ' '))).toMatchObject({ code: 'SAYS_MISSING' });
    expect(await act(id, answer('notOurs', '请向市政府网站反映。'))).toMatchObject({ state: 'answered' });
  });

  it('SUP-67 the contact is nowhere but behind a reason that stays in the ledger', async () => {
    const { id } = await reported();
    expect(JSON.stringify(await see(id))).not.toContain('13912345678');
    const opened = await as('editor').post(`/api/mistakes/${id}/contact`, { reason: 'contact' });
    expect(opened.json()).toEqual({ contact: '13912345678' });
    const trace = db
      .selectFrom('ledger_entries')
      .select('basis')
      .where('verb', '=', 'openedContact')
      .where('subject', '=', id);
    expect((await trace.executeTakeFirstOrThrow()).basis).toContain('联系申请人');
    const without = await reported({ contact: '' });
    expect(
      (await as('editor').post(`/api/mistakes/${without.id}/contact`, { reason: 'contact' })).json(),
    ).toMatchObject({
      code: 'NO_CONTACT',
    });
  });
});

describe('who may not', () => {
  it.each<Who>(['handler', 'systemAdmin', 'securityAdmin', 'idle'])('%s finds the room closed', async (who) => {
    const { id } = await reported();
    for (const path of ['/api/mistakes', `/api/mistakes/${id}`]) expect((await as(who).get(path)).statusCode).toBe(403);
    expect((await as(who).post(`/api/mistakes/${id}/contact`, { reason: 'contact' })).statusCode).toBe(403);
    expect((await as(who).post(`/api/mistakes/${id}/acts`, { seen: '', act: answer('mended') })).statusCode).toBe(403);
  });

  it('SUP-67 who reads may not answer nor open the contact; another county sees nothing; a wrong code shows nothing', async () => {
    const one = await reported();
    expect((await act(one.id, answer('notWrong'), 'publisher')).status).toBe(403);
    expect((await as('publisher').post(`/api/mistakes/${one.id}/contact`, { reason: 'contact' })).statusCode).toBe(403);
    expect((await as('otherLiaison').get(`/api/mistakes/${one.id}`)).json()).toMatchObject({ code: 'NO_SUCH_MISTAKE' });
    const wrong = await track({ ...one, code: 'CCCC-CCCC-9999' });
    expect([wrong.statusCode, wrong.body.includes('以经')]).toEqual([404, false]);
  });
});

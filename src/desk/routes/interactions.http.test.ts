import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { deskOffice } from '../../../test/support/desk-office.ts';
import type { InteractionsView, NewInteraction } from '../contract.ts';

const { db } = await testDatabase();
const office = await deskOffice(db);
const ADDRESS = '/api/interactions';
const held = (change: Partial<NewInteraction> = {}): NewInteraction => ({
  agencyId: 'finance',
  kind: 'interview',
  title: '预算公开怎么看',
  heldOn: '2026-02-10',
  ...change,
});

describe('互动回应', () => {
  it('registers one by one; the figure of the year and the list follow', async () => {
    const editor = await office.as(['editor']);
    const view = (await editor.post(ADDRESS, held())).json<InteractionsView>();
    expect(view.counts).toContainEqual({ name: 'interview', term: '在线访谈', measure: '期', count: 1 });
    expect(view.lines).toEqual([
      {
        id: expect.any(String),
        agency: '示范县财政局',
        kind: '在线访谈',
        title: '预算公开怎么看',
        heldOn: '2026-02-10',
      },
    ]);
    for (let n = 1; n <= 21; n += 1) await editor.post(ADDRESS, held({ kind: 'consultation', title: `第${n}期` }));
    const second = (await editor.get(`${ADDRESS}?year=2026&kind=consultation&page=2`)).json<InteractionsView>();
    expect([second.total, second.lines.length]).toEqual([21, 1]);
    expect((await editor.get(`${ADDRESS}?year=2026`)).json<InteractionsView>().total).toBe(22);
    expect((await editor.get(`${ADDRESS}?year=2025`)).json<InteractionsView>().total).toBe(0);
  });

  it('ITR-1 what has not been held yet, and what has no title, is refused', async () => {
    const editor = await office.as(['editor']);
    expect((await editor.post(ADDRESS, held({ heldOn: '2026-03-03' }))).json()).toMatchObject({ code: 'ITR-1' });
    expect((await editor.post(ADDRESS, held({ title: ' ' }))).json()).toMatchObject({ code: 'TITLE_MISSING' });
    expect((await editor.post(ADDRESS, held({ kind: 'post' }))).json()).toMatchObject({ code: 'POST_HAS_ACCOUNT' });
  });
});

describe('who may not', () => {
  it('SEC-3 whoever is not signed in gets nothing', async () => {
    expect((await office.stranger.get(`${ADDRESS}?year=2026`)).statusCode).toBe(401);
    expect((await office.stranger.post(ADDRESS, held())).statusCode).toBe(401);
  });

  it('other roles register none; an auditor reads', async () => {
    for (const role of ['handler', 'publisher', 'legal', 'securityAdmin'] as const) {
      const browser = await office.as([role]);
      expect((await browser.get(`${ADDRESS}?year=2026`)).statusCode).toBe(403);
      expect((await browser.post(ADDRESS, held())).statusCode).toBe(403);
    }
    const auditor = await office.as(['auditor']);
    expect((await auditor.get(`${ADDRESS}?year=2026`)).statusCode).toBe(200);
    expect((await auditor.post(ADDRESS, held())).statusCode).toBe(403);
  });

  it('nobody registers or sees those of another agency', async () => {
    const editor = await office.as(['editor'], 'other');
    expect((await editor.post(ADDRESS, held())).json()).toMatchObject({ status: 403, code: 'NOT_YOUR_ROLE' });
    expect((await editor.get(`${ADDRESS}?year=2026`)).json<InteractionsView>().total).toBe(0);
  });

  it('SEC-7 unknown kinds, days, fields and other sites change nothing', async () => {
    const editor = await office.as(['editor']);
    expect((await editor.post(ADDRESS, held({ kind: 'toString' }))).json()).toMatchObject({ code: 'NO_SUCH_KIND' });
    expect((await editor.get(`${ADDRESS}?year=2026&kind=rumour`)).statusCode).toBe(404);
    for (const body of [held({ heldOn: '2026-02-30' }), { ...held(), id: 'mine' }, {}])
      expect((await editor.post(ADDRESS, body)).statusCode).toBe(400);
    expect((await editor.fromElsewhere(ADDRESS, held())).statusCode).toBe(403);
    expect((await editor.get(ADDRESS)).statusCode).toBe(400);
  });
});

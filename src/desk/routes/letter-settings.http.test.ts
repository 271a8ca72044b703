import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { openDesk, type Who } from '../../../test/support/open-desk.ts';
import { letterKind } from '../../requests/letters/kinds.ts';
import { listLetters } from '../../requests/store/letters.ts';
import type { LetterSettingsView } from '../contract.ts';

const { db } = await testDatabase();
const office = await openDesk(db);
const SENT = {
  agencyId: 'county',
  mark: '示政',
  reviewBody: '示范市人民政府',
  court: '',
  onlineReview: '',
  payment: '',
};
const view = async (who: Who): Promise<LetterSettingsView> => (await office.as(who).get('/api/letter-settings')).json();
const enter = (change: object = {}, who: Who = 'officeHead') =>
  office.as(who).post('/api/letter-settings', { ...SENT, ...change });
const adopt = (wording: string | null, who: Who = 'officeHead', kind = 'receipt') =>
  office.as(who).post('/api/letter-settings/wordings', { agencyId: 'county', kind, wording });
const receiptOf = async () => {
  const { request } = await office.register();
  return JSON.stringify((await listLetters(db, request.id))[0]!.paper);
};

describe('letter settings', () => {
  it('LET-10 what is entered stands in the next letter, and the mark in its number', async () => {
    expect((await view('handler')).inGeneral.reviewBody).toBe('上一级人民政府');
    expect((await enter({ mark: '示府' })).json()).toMatchObject({ mark: '示府', reviewBody: '示范市人民政府' });
    expect((await office.register()).request.number).toMatch(/^示府公开申/);
  });

  it('LET-11 a wording holds for letters that come; those that went out stay; given up, ours holds again', async () => {
    const ours = letterKind('receipt').wording;
    const adopted = await adopt(`${ours}\n欢迎来电咨询。`);
    expect(adopted.json().kinds[0]).toMatchObject({ kind: 'receipt', adopted: true });
    expect(await receiptOf()).toContain('欢迎来电咨询');
    expect((await adopt(null)).json().kinds[0]).toMatchObject({ adopted: false, wording: ours });
    expect(await receiptOf()).not.toContain('欢迎来电咨询');
  });

  it('LET-10 a refusal says what to enter', async () => {
    const wrong = await enter({ mark: 'x' });
    expect([wrong.statusCode, wrong.json().says]).toEqual([409, expect.stringContaining('机关代字')]);
    expect((await adopt('没有栏目')).json().says).toContain('{{收到日期}}');
  });
});

describe('who may not', () => {
  it.each<[Who, number]>([
    ['handler', 403],
    ['signatory', 403],
    ['auditor', 403],
    ['idle', 403],
    ['stranger', 403],
    ['editor', 403],
  ])('LET-11 %s changes nothing', async (who, status) => {
    expect((await enter({}, who)).statusCode).toBe(status);
    expect((await adopt('x', who)).statusCode).toBe(status);
  });

  it('LET-11 nobody who is not signed in, no other page, no other county', async () => {
    expect((await office.nobody.get('/api/letter-settings')).statusCode).toBe(401);
    expect((await office.foreignPage.post('/api/letter-settings', SENT)).statusCode).toBe(403);
    expect((await enter({ agencyId: 'elsewhere' })).statusCode).toBe(403);
    expect((await office.as('handler').get('/api/letter-settings?agencyId=elsewhere')).statusCode).toBe(403);
    expect((await office.as('editor').get('/api/letter-settings')).statusCode).toBe(403);
  });
});

import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { forgetSubmissions } from '../../../requests/store/submissions.ts';
import { HOSTILE, hiddenField, provenBy, textOf, type Visitor } from '../../portal.fixture.ts';
import { ANSWERS, type Applying, applying, provenForm } from './applying.fixture.ts';

const { db } = await testDatabase();
let house: Applying;
let visitor: Visitor;
beforeAll(async () => {
  house = await applying(db);
});
beforeEach(() => {
  visitor = house.fresh();
});

describe('the same form', () => {
  const form = (answers?: Record<string, string>) => provenForm(visitor, answers);
  const shown = (body: string) => [/2024\d{6}/.exec(textOf(body))?.[0], /[A-Z]{4}-[A-Z]{4}-\d{4}/.exec(body)?.[0]];

  it('PRT-20 sent twice registers one application and shows the same receipt', async () => {
    const [before, sent] = [await house.applications(), await form()];
    const [first, second] = [await visitor.post('/apply', sent), await visitor.post('/apply', sent)];
    expect([first.statusCode, second.statusCode]).toEqual([201, 200]);
    expect(shown(second.body)).toEqual(shown(first.body));
    expect(shown(first.body)).not.toContain(undefined);
    expect(await house.applications()).toBe(before + 1);
  });

  it('PRT-20 also at the same moment, and from a server that was started anew', async () => {
    const [before, sent] = [await house.applications(), await form()];
    const others = [visitor, house.fresh(), house.fresh()];
    const answers = await Promise.all(others.map((one) => one.post('/apply', sent)));
    expect(new Set(answers.map(({ body }) => shown(body).join())).size).toBe(1);
    expect(answers.every(({ statusCode }) => statusCode < 300)).toBe(true);
    expect(await house.applications()).toBe(before + 1);
  });

  it('PRT-23 with other answers is another application, which brings a proof of its own', async () => {
    const [before, sent] = [await house.applications(), await form()];
    await visitor.post('/apply', sent);
    const other = { ...sent, wanted: '另一件事的文件' };
    const refused = await visitor.post('/apply', other);
    expect([refused.statusCode, textOf(refused.body).includes('填写的内容都在')]).toEqual([409, true]);
    expect(hiddenField(refused.body, 'wanted')).toBe('另一件事的文件');
    expect((await visitor.post('/apply', { ...other, ...(await provenBy(refused.body)) })).statusCode).toBe(201);
    expect(await house.applications()).toBe(before + 2);
  });

  it('PRT-23 also on a server that was started anew: one proof, one application', async () => {
    const [before, sent] = [await house.applications(), await form()];
    expect((await visitor.post('/apply', sent)).statusCode).toBe(201);
    const restarted = house.fresh();
    const refused = await restarted.post('/apply', { ...sent, wanted: '另一件事的文件' });
    expect([refused.statusCode, hiddenField(refused.body, 'wanted')]).toEqual([409, '另一件事的文件']);
    expect(await house.applications()).toBe(before + 1);
    expect((await restarted.post('/apply', sent)).statusCode).toBe(200);
  });

  it('PRT-23 also on two servers at the same moment', async () => {
    const [before, sent] = [await house.applications(), await form()];
    const servers = [visitor, house.fresh(), house.fresh()];
    const answers = await Promise.all(servers.map((one, n) => one.post('/apply', { ...sent, wanted: `第${n}份文件` })));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409, 409]);
    expect(await house.applications()).toBe(before + 1);
  });

  it('PRT-20 keeps the code sealed, and shows it to nobody without the form', async () => {
    const sent = await form();
    const [, code] = shown((await visitor.post('/apply', sent)).body);
    expect(JSON.stringify(await db.selectFrom('request_submissions').selectAll().execute())).not.toContain(code);
    const guessed = await visitor.post('/apply', { ...sent, token: `${sent.token}x` });
    expect([guessed.statusCode, shown(guessed.body)[1]]).toEqual([409, undefined]);
  });

  it('PRT-20 is forgotten once no form is good any more', async () => {
    await forgetSubmissions(db, new Date('2099-01-01T00:00:00Z'));
    expect(await db.selectFrom('request_submissions').selectAll().execute()).toEqual([]);
  });

  it('PRT-21 that has expired loses nothing: it comes back filled in and can be sent at once', async () => {
    const [before, sent] = [await house.applications(), await form({ ...ANSWERS, wanted: `${HOSTILE} 2023年` })];
    const expired = await visitor.post('/apply', { ...sent, token: sent.token.replace(/^./, '0') });
    expect(expired.statusCode).toBe(409);
    expect(textOf(expired.body)).toContain('填写的内容都在');
    expect(hiddenField(expired.body, 'name')).toBe(ANSWERS.name);
    // Nothing that was filled in is wrong.
    expect(expired.body).not.toContain('aria-invalid');
    expect(expired.body).toContain('<title>还没有登记：核对申请内容');
    expect(await house.applications()).toBe(before);
    const again = await visitor.post('/apply', { ...sent, ...(await provenBy(expired.body)) });
    expect(again.statusCode).toBe(201);
  });
});

import fastify from 'fastify';
import { Type } from 'typebox';
import { describe, expect, it } from 'vitest';
import { Day } from './civil-day.ts';
import { acceptStrictly } from './strict-input.ts';

const closed = { additionalProperties: false };
const Act = Type.Union([
  Type.Object({ verb: Type.Literal('extend'), on: Day, workdays: Type.Integer({ minimum: 1 }) }, closed),
  Type.Object({ verb: Type.Literal('withdraw'), on: Day, why: Type.String({ maxLength: 5 }) }, closed),
]);

const Kind = Type.Union([Type.Literal('licensing'), Type.Literal('punishment')]);

const taken: unknown[] = [];
const desk = fastify();
acceptStrictly(desk);
const take = async (sent: unknown) => {
  taken.push(sent);
  return {};
};
desk.post('/acts', { schema: { body: Type.Object({ act: Act }, closed) } }, (request) => take(request.body));
desk.get(
  '/list',
  { schema: { querystring: Type.Object({ page: Type.Optional(Type.Integer()), kind: Type.Optional(Kind) }, closed) } },
  (request) => take(request.query),
);

const send = async (act: object) => {
  const response = await desk.inject({ method: 'POST', url: '/acts', payload: { act } });
  return { status: response.statusCode, ...response.json() };
};

describe('acceptStrictly', () => {
  it('SEC-7 takes what fits as it was sent', async () => {
    expect(await send({ verb: 'withdraw', on: '2026-03-02', why: '来电撤回' })).toMatchObject({ status: 200 });
    expect(taken.pop()).toEqual({ act: { verb: 'withdraw', on: '2026-03-02', why: '来电撤回' } });
  });

  it.each([
    [
      'a field nobody knows',
      { verb: 'withdraw', on: '2026-03-02', why: '', outcome: 'granted' },
      '/act/outcome',
      '不认识',
    ],
    ['a field that is missing', { verb: 'withdraw', on: '2026-03-02' }, '/act/why', '缺少'],
    ['a day that does not exist', { verb: 'extend', on: '2026-02-30', workdays: 5 }, '/act/on', '日期不存在'],
    ['a day in words', { verb: 'extend', on: '昨天', workdays: 5 }, '/act/on', '日期不存在'],
    ['a text too long', { verb: 'withdraw', on: '2026-03-02', why: '一二三四五六' }, '/act/why', '最多 5 个字'],
    ['a number too small', { verb: 'extend', on: '2026-03-02', workdays: 0 }, '/act/workdays', '不小于 1'],
    ['a text for a number', { verb: 'extend', on: '2026-03-02', workdays: '5' }, '/act/workdays', '格式不对'],
    ['a verb nobody knows', { verb: 'burn', on: '2026-03-02' }, '/act', '格式不对'],
  ])('SEC-7 refuses %s and says where', async (_, act, where, says) => {
    const answer = await send(act);
    expect(answer).toMatchObject({ status: 400, code: 'DOES_NOT_FIT' });
    expect(answer.issues).toContainEqual(expect.objectContaining({ where, says: expect.stringContaining(says) }));
    expect(taken).toEqual([]);
  });

  it('SEC-7 reads the numbers of an address, and no others', async () => {
    expect((await desk.inject('/list?page=2')).statusCode).toBe(200);
    expect(taken.pop()).toEqual({ page: 2 });
    expect((await desk.inject('/list?page=two')).json()).toMatchObject({ status: 400 });
    expect((await desk.inject('/list?pages=2')).json()).toMatchObject({ status: 400, issues: [{ where: '/pages' }] });
  });

  it('SEC-7 leaves other errors to the face', async () => {
    const broken = {
      method: 'POST',
      url: '/acts',
      headers: { 'content-type': 'application/json' },
      payload: '{',
    } as const;
    expect((await desk.inject(broken)).json()).toMatchObject({ statusCode: 400, error: 'Bad Request' });
  });

  it('SEC-7 says once that a word is none of those a field may be', async () => {
    const { issues } = (await desk.inject('/list?kind=fines')).json();
    expect(issues.map(({ where }: { where: string }) => where)).toEqual(['/kind']);
  });
});

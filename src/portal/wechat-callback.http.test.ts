import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { officerOf } from '../../test/support/scene.ts';
import { accountStairs } from '../exchange/store/accounts/accounts.ts';
import { joinStairs } from '../exchange/store/wechat/joins.ts';
import { perform } from '../perform.ts';
import { queueWork } from '../platform/outbox/outbox.ts';
import { civil } from '../statute/civil-date.ts';
import { isRefusal } from '../statute/refusal.ts';
import { portalPlay } from './portal.fixture.ts';

const TOKEN = 'a token of sixteen letters';
const { db } = await testDatabase();
const play = await portalPlay(db, { secretsIn: () => [TOKEN] });
const { house } = play;
let id = '';

beforeAll(async () => {
  const particulars = { platform: 'wechat', name: '示范县发布', handle: '', contact: '1' } as const;
  const opening = { verb: 'openAccount', agencyId: 'county', openedOn: civil('2020-01-02'), particulars } as const;
  const opened = await perform(house, accountStairs, officerOf('county', 'officeHead'), opening);
  if (isRefusal(opened)) throw new Error(opened.says);
  id = opened.account.id;
  const settings = { appId: 'wx0123456789abcdef', secretFile: 'wechat', callbackFile: 'token' };
  await perform(house, joinStairs, officerOf('county', 'systemAdmin'), { verb: 'joinWechat', accountId: id, settings });
});

const signed = (token = TOKEN, ago = 0) => {
  const timestamp = String(Math.floor(house.now().getTime() / 1_000) - ago);
  const signature = createHash('sha1').update([token, timestamp, 'n'].sort().join('')).digest('hex');
  return `signature=${signature}&timestamp=${timestamp}&nonce=n`;
};
const call = (query: string, payload: string, account = id) =>
  play.portal.app.inject({
    method: 'POST',
    url: `/wechat/${account}?${query}`,
    headers: { 'content-type': 'text/xml' },
    payload,
  });
const FINISHED =
  '<xml><Event><![CDATA[PUBLISHJOBFINISH]]></Event><PublishEventInfo><publish_status>0</publish_status></PublishEventInfo></xml>';
const dueAt = async () =>
  (
    await db.selectFrom('outbox').select('run_at').where('work', '=', 'wechatPoll').executeTakeFirstOrThrow()
  ).run_at.getTime();

describe('XCH-29 the platform calls', () => {
  it('and is told that somebody is there', async () => {
    const answer = await play.portal.app.inject({ method: 'GET', url: `/wechat/${id}?${signed()}&echostr=12345` });
    expect([answer.statusCode, answer.body, answer.headers['content-type']]).toEqual([
      200,
      '12345',
      'text/plain; charset=utf-8',
    ]);
  });

  it('a signed call makes us ask now, and changes nothing by itself', async () => {
    const later = new Date(house.now().getTime() + 3_600_000);
    const piece = { id: `wechatPoll:${id}:p:1`, work: 'wechatPoll', agencyId: 'county', body: {}, runAt: later };
    await db.transaction().execute((tx) => queueWork(tx, [piece], house.now()));
    for (const wrong of [signed('another'), signed(TOKEN, 400), ''])
      expect((await call(wrong, FINISHED)).statusCode).toBe(401);
    expect(await dueAt()).toBe(later.getTime());
    expect((await call(signed(), '<xml><Event>subscribe</Event></xml>')).body).toBe('success');
    expect(await dueAt()).toBe(later.getTime());
    expect((await call(signed(), FINISHED)).body).toBe('success');
    expect(await dueAt()).toBeLessThan(later.getTime());
    expect(await db.selectFrom('media_posts').select('id').execute()).toEqual([]);
  });

  it('who may not: nobody for an account that is not joined, nobody with too much, nobody who guesses', async () => {
    expect((await call(signed(), FINISHED, 'nothing')).statusCode).toBe(401);
    expect((await call(signed(), 'x'.repeat(70_000))).statusCode).toBe(413);
    for (let n = 0; n < 20; n += 1) await call(signed('guess'), FINISHED);
    expect((await call(signed(), FINISHED)).statusCode).toBe(429);
  });
});

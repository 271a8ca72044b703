import { afterAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { wechatCounty } from '../../../../test/support/wechat-county.ts';
import { askNow } from './ask-platform.ts';
import { joinOf, queueNightlyArticles } from './joins.ts';
import { passOf } from './passes.ts';
import { findWechatPost } from './posts.ts';

const { db } = await testDatabase();
const county = await wechatCounty(db);
const { double, write, send, round, pass, line } = county;
afterAll(() => county.close());

const stateOf = async (id: string) => (await findWechatPost(db, id))!.state;
const counted = async () =>
  (await db.selectFrom('media_posts').select('title').where('withdrawn_on', 'is', null).execute()).length;
const saidOf = async (id: string) =>
  (
    await db
      .selectFrom('outbox')
      .select(['said', 'state'])
      .where('id', 'like', `%:${id}:%`)
      .orderBy('made_at', 'desc')
      .execute()
  )
    .map(({ said }) => said ?? '')
    .join('\n');

describe('公众号', () => {
  it('XCH-24, XCH-25 submitted is not published: counted only when the platform has said so', async () => {
    const post = await send(await write({ title: '第一篇' }));
    expect(await round()).toBe(1);
    expect([await stateOf(post.id), await counted(), double.articles.size]).toEqual(['sending', 0, 0]);
    expect(await saidOf(post.id)).toContain('还没有发布');
    pass(60_000);
    await round();
    const now = (await findWechatPost(db, post.id))!;
    expect([now.state, await counted()]).toEqual(['published', 1]);
    expect(now.url).toContain('/s/article');
    const [article] = [...double.articles.values()];
    expect(article).toMatchObject({
      title: '第一篇',
      content: expect.stringContaining('<p>全县春耕备耕工作会议召开。</p>'),
    });
    expect(article!.content_source_url).toMatch(/^https:\/\/www\.county\.example\.gov\.cn\/documents\/d\d+#wx-/);
    const traced = await db
      .selectFrom('ledger_entries')
      .select('verb')
      .where('subject', '=', post.id)
      .orderBy('seq')
      .execute();
    expect(traced.map(({ verb }) => verb)).toEqual(['wechatPostWritten', 'wechatPostSent', 'wechatPostPublished']);
  });

  it('XCH-24 one pass for all who ask at once, sealed; one that is over is renewed once', async () => {
    const before = double.counted.passes;
    double.endPasses();
    await db.deleteFrom('wechat_tokens').execute();
    const join = (await joinOf(db, county.accountId))!;
    const ground = { ...county.work, db, now: county.now };
    // Ten processes: each asks for itself.
    const passes = await Promise.all(Array.from({ length: 10 }, () => passOf(ground, join)()));
    expect([new Set(passes).size, double.counted.passes - before]).toEqual([1, 1]);
    const row = await db.selectFrom('wechat_tokens').select('sealed').executeTakeFirstOrThrow();
    expect(row.sealed).not.toContain(String(passes[0]));
    double.endPasses();
    const over = await Promise.all(Array.from({ length: 10 }, () => passOf(ground, join)(String(passes[0]))));
    expect([new Set(over).size, double.counted.passes - before]).toEqual([1, 2]);
    double.endPasses();
    const post = await send(await write({ title: '凭证过期' }));
    await round();
    pass(60_000);
    await round();
    expect([await stateOf(post.id), double.counted.passes - before]).toEqual(['published', 3]);
  });

  it('XCH-24 a cover is uploaded once', () => expect(double.counted.covers).toBe(1));

  it.each([
    [40164, 'IP 白名单', 'sending'],
    [48001, '接口权限', 'sending'],
    [44003, '图文内容是空的', 'failed'],
  ])('XCH-25 %i is told in words; what passes is tried again', async (code, says, state) => {
    const post = await send(await write({ title: `代码${code}` }));
    double.refuseNext('/cgi-bin/draft/add', code, 'invalid ip 203.0.113.7');
    await round();
    expect([await stateOf(post.id), await saidOf(post.id)]).toEqual([state, expect.stringContaining(says)]);
    await county.deliver();
    expect(await stateOf(post.id)).toBe(state === 'failed' ? 'failed' : 'published');
  });

  it('XCH-25 what the platform does not let pass has failed, with the reason, and is sent anew', async () => {
    const post = await send(await write({ title: '没有通过' }));
    double.endWith(4);
    await county.deliver();
    double.endWith(0);
    const failed = (await findWechatPost(db, post.id))!;
    expect(failed).toMatchObject({ state: 'failed', said: expect.stringContaining('平台审核没有通过') });
    await send(failed);
    await county.deliver();
    expect(await stateOf(post.id)).toBe('published');
  });

  it('XCH-27 a submission whose answer was lost is not made again: it is found by its sign', async () => {
    const post = await send(await write({ title: '应答丢了' }));
    const submits = double.counted.submits;
    line.loseNext = '/cgi-bin/freepublish/submit';
    await round();
    expect([line.loseNext, await saidOf(post.id)]).toEqual([null, expect.stringContaining('可能已经提交')]);
    await county.deliver();
    expect([await stateOf(post.id), double.counted.submits - submits]).toEqual(['published', 1]);
  });

  it('XCH-28 taken down there and counted no more; and with its original', async () => {
    const [one, other] = [await send(await write({ title: '要撤的' })), await send(await write({ title: '原文要撤' }))];
    await county.deliver();
    const before = await counted();
    const taken = await county.act(county.county.publisher, { verb: 'takePostDown', postId: one.id, why: '数字有误' });
    expect(taken).toMatchObject({ state: 'takingDown' });
    county.county.on('2026-03-03');
    await county.county.act(county.county.publisher, {
      verb: 'withdraw',
      documentId: other.documentId,
      reason: 'error',
      explanation: '误发',
    });
    await county.deliver();
    expect([await stateOf(one.id), await stateOf(other.id), before - (await counted())]).toEqual([
      'takenDown',
      'takenDown',
      2,
    ]);
    expect([...double.articles.values()].filter(({ deleted }) => deleted)).toHaveLength(2);
    expect(await county.compare()).toMatchObject({ found: 0, underWay: 0 });
  });

  it('XCH-28 what was deleted behind our back stands in the comparison', async () => {
    const [article] = [...double.articles.values()].filter(({ deleted }) => !deleted);
    article!.deleted = true;
    const { found, differences } = await county.compare();
    expect([found, differences[0]]).toEqual([1, expect.objectContaining({ kind: 'missing', title: article!.title })]);
    article!.deleted = false;
  });

  it('XCH-29 a call makes us ask now, and says nothing by itself', async () => {
    const post = await send(await write({ title: '回调' }));
    await round();
    pass(31_000);
    expect(await round()).toBe(0);
    await askNow(db, county.accountId, county.now());
    expect(await round()).toBe(1);
    expect(await stateOf(post.id)).toBe('published');
  });

  it('XCH-28 compared each night once', async () => {
    const night = new Date('2026-03-10T20:00:00Z');
    await queueNightlyArticles(db, night);
    await queueNightlyArticles(db, night);
    await queueNightlyArticles(db, new Date('2026-03-11T18:00:00Z'));
    const queued = await db
      .selectFrom('outbox')
      .select('id')
      .where('id', 'like', `wechatCompare:${county.accountId}:2026-03-1%`)
      .execute();
    expect(queued).toHaveLength(1);
  });

  it('XCH-24 while nothing may go out nothing is lost', async () => {
    const post = await send(await write({ title: '停用' }));
    Object.assign(county.work, { closed: '演示模式不发到公众号。' });
    await round();
    expect([await stateOf(post.id), await saidOf(post.id)]).toEqual(['sending', '演示模式不发到公众号。']);
    Object.assign(county.work, { closed: undefined });
    await county.deliver();
    expect(await stateOf(post.id)).toBe('published');
  });
});

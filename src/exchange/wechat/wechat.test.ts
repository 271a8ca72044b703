import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { officerOf, sceneOn } from '../../../test/support/scene.ts';
import { type Actor, SYSTEM } from '../../people/actor.ts';
import { PRESETS, RELEASE_ONLY } from '../../publications/review/chains.ts';
import { shippedFinder } from '../../review/county-words.ts';
import { civil } from '../../statute/civil-date.ts';
import { isRefusal } from '../../statute/refusal.ts';
import type { MediaAccount } from '../accounts/media-account.ts';
import { articleOf } from './article.ts';
import { isCalledByPlatform, tellsOfPublishing } from './callback.ts';
import type { WechatCommand } from './commands.ts';
import { compareArticles } from './compare-articles.ts';
import { decideWechat, type LoadedWechat } from './decide.ts';
import { permitPost } from './permissions.ts';
import { explained, WECHAT_ERRORS } from './wechat-errors.ts';
import { decideJoin, permitJoin, type WechatJoin } from './wechat-join.ts';
import { postNamedIn, sourceOf, type WechatPost } from './wechat-post.ts';

const ACCOUNT: MediaAccount = {
  ...{ id: 'a', agencyId: 'county', platform: 'wechat', name: '示例县发布', handle: '', contact: '1' },
  ...{ openedOn: civil('2024-01-02'), filed: null, closed: null },
};
const JOIN: WechatJoin = {
  accountId: 'a',
  agencyId: 'county',
  appId: 'wx0123456789',
  secretFile: 'wechat',
  callbackFile: null,
  open: true,
};
const editor = officerOf('county', 'editor');
const scene = sceneOn('2026-03-02', editor);
const by = (...roles: Parameters<typeof officerOf>[1][]) => sceneOn('2026-03-02', officerOf('county', ...roles));
const LOADED: LoadedWechat = {
  ...{ agencyId: 'county', account: ACCOUNT, join: JOIN, post: null },
  ...{ document: { isPublic: true, marks: [], finder: shippedFinder }, chains: RELEASE_ONLY },
};
const WORDS = { title: '春耕备耕', digest: '', words: '会议召开。\n请各乡镇落实。' };
const made = (loaded: LoadedWechat, command: WechatCommand, at = scene): WechatPost => {
  const done = decideWechat(loaded, command, at);
  if (isRefusal(done)) throw new Error(`${done.code} ${done.says}`);
  return done.next;
};
const write = (words: Partial<typeof WORDS> = {}, change: Partial<LoadedWechat> = {}) =>
  decideWechat(
    { ...LOADED, ...change },
    { verb: 'writePost', accountId: 'a', documentId: 'd', written: { ...WORDS, ...words } },
    scene,
  );
const post = made(LOADED, { verb: 'writePost', accountId: 'a', documentId: 'd', written: WORDS });
const send = (change: Partial<LoadedWechat> = {}, hash = post.hash) =>
  decideWechat({ ...LOADED, post, ...change }, { verb: 'sendPost', postId: post.id, hash }, by('publisher'));

describe('XCH-24 a post', () => {
  it.each<[string, ReturnType<typeof write>, string]>([
    ['without a title', write({ title: ' ' }), 'XCH-24'],
    ['without words', write({ words: '' }), 'XCH-24'],
    ['with a title the platform does not take', write({ title: '长'.repeat(65) }), 'XCH-24'],
    [
      'from a document that is not public',
      write({}, { document: { isPublic: false, marks: [], finder: shippedFinder } }),
      'XCH-24',
    ],
    ['on an account that is not joined', write({}, { join: null }), 'XCH-23'],
    ['on one that was closed', write({}, { join: { ...JOIN, open: false } }), 'XCH-23'],
  ])('is not written %s', (_, answer, code) => expect(answer).toMatchObject({ code }));

  it('is plain words for the platform: nothing of them becomes markup', () => {
    const article = articleOf(
      { ...post, words: '甲<script>alert(1)</script>\n乙&丙' },
      'https://x/documents/d#wx-1',
      { id: 'c', picture: { url: 'https://m/"><b>' } },
      '一个名字很长的公众号',
    );
    expect(article.content).toContain('<p>甲&lt;script&gt;alert(1)&lt;/script&gt;</p><p>乙&amp;丙</p>');
    expect(article.content).not.toContain('<script');
    expect(article.content).not.toContain('<b>');
    expect(article.author).toHaveLength(8);
  });
});

describe('XCH-26 review as for the site', () => {
  const chains = PRESETS.repost.chains;
  const through = () => {
    let now = made({ ...LOADED, chains, post }, { verb: 'submitPost', postId: post.id, hash: post.hash });
    for (const [step, role] of [
      ['examine1', 'examiner'],
      ['proofread1', 'proofreader'],
    ] as const)
      now = made(
        { ...LOADED, chains, post: now },
        { verb: 'passPost', postId: post.id, hash: post.hash, step, opinion: '' },
        by(role),
      );
    return now;
  };

  it('nothing goes out before the chain of its document is through; then it is under way, and only that', () => {
    expect(send({ chains })).toMatchObject({ code: 'REV-6' });
    const sent = send({ chains, post: through() });
    if (isRefusal(sent)) throw new Error(sent.says);
    expect(sent.next).toMatchObject({ state: 'sending', round: 1, url: '' });
    expect(sent.entry.verb).toBe('wechatPostSent');
  });

  it('another word is another text: what was approved says nothing of it', () => {
    const changed = made(
      { ...LOADED, chains, post: through() },
      { verb: 'revisePost', postId: post.id, written: { ...WORDS, title: '改过' } },
    );
    expect(send({ chains, post: changed }, changed.hash)).toMatchObject({ code: 'REV-6' });
    expect(send({ chains, post: changed })).toMatchObject({ code: 'STALE' });
  });

  it('a step goes back to its author with a reason, and is not taken by who wrote it', () => {
    const submitted = made({ ...LOADED, chains, post }, { verb: 'submitPost', postId: post.id, hash: post.hash });
    const step = (at: typeof scene, reason = '请核对日期') =>
      decideWechat(
        { ...LOADED, chains, post: submitted },
        { verb: 'returnPost', postId: post.id, hash: post.hash, step: 'examine1', reason },
        at,
      );
    expect(step(by('examiner'), ' ')).toMatchObject({ code: 'REV-8' });
    expect(step(scene)).toMatchObject({ code: 'REV-2' });
    expect(isRefusal(step(by('examiner')))).toBe(false);
  });

  it('the machine stops what it stops on the site, unless it was let stand there', () => {
    const words = '联系人身份证号 110101199003077758。';
    const bad = made(LOADED, { verb: 'writePost', accountId: 'a', documentId: 'd', written: { ...WORDS, words } });
    const refused = send({ post: bad }, bad.hash);
    expect(refused).toMatchObject({ refused: true });
  });

  it('who may not: nobody sends what he wrote, nobody but the platform says what it did, nobody of another agency', () => {
    const subject = { ...post, agencyId: 'county' };
    const both = { ...officerOf('county', 'publisher'), id: editor.id } as Actor;
    expect(permitPost(both, 'sendPost', subject)).toMatchObject({ refusal: { code: 'XCH-26' } });
    expect(permitPost(officerOf('county', 'publisher'), 'sendPost', subject).allowed).toBe(true);
    expect(permitPost(officerOf('town', 'publisher'), 'sendPost', subject).allowed).toBe(false);
    expect(permitPost(officerOf('county', 'proofreader'), 'passPost', subject, 'examine1').allowed).toBe(false);
    const sending = { ...subject, state: 'sending' as const };
    expect(permitPost(officerOf('county', 'publisher', 'systemAdmin'), 'postPublished', sending).allowed).toBe(false);
    expect(permitPost(SYSTEM, 'postPublished', sending).allowed).toBe(true);
    expect(permitPost(officerOf('county', 'publisher'), 'takePostDown', sending)).toMatchObject({
      refusal: { code: 'WRONG_STATE' },
    });
  });
});

describe('XCH-25 what the platform says', () => {
  const sending: WechatPost = { ...post, state: 'sending', round: 2 };
  it('of an earlier sending says nothing any more', () => {
    const told = (round: number) =>
      decideWechat(
        { ...LOADED, post: sending },
        { verb: 'postPublished', postId: post.id, round, articleId: 'x', url: 'https://m/s/x' },
        scene,
      );
    expect(told(1)).toMatchObject({ code: 'STALE' });
    expect(told(2)).toMatchObject({ next: { state: 'published', url: 'https://m/s/x' } });
  });

  it.each([40164, 48001, 44003, 40125, 45009, 53503, 40001])('%i is told in words with what to do', (code) => {
    const { says } = explained(code, 'invalid ip');
    expect(says).toMatch(/请|自动/);
    expect(says).toContain(String(code));
  });
  it('one that nobody explained is told as it is, and no sentence stands without its end', () => {
    expect(explained(99_999, 'odd thing').says).toContain('99999：odd thing');
    for (const { says } of Object.values(WECHAT_ERRORS)) expect(says).toMatch(/[。]$/);
  });
});

it('XCH-27 a post is known again by the sign behind its source, and by nothing else', () => {
  expect(postNamedIn(sourceOf(post, 'https://x'))).toBe(post.id);
  for (const other of ['', 'https://x/documents/d', 'https://x/#wx-', 'https://x/#wx-<b>'])
    expect(postNamedIn(other)).toBeUndefined();
});

it('XCH-28 what is under way is no difference; what is gone, uncounted or there twice is', () => {
  const ours = [
    ['p', 'published'],
    ['gone', 'published'],
    ['s', 'sending'],
    ['f', 'failed'],
  ].map(([id, state]) => ({ id: id!, title: id!, state: state! }));
  const listed = ['p', 'p', 's', 'f', ''].map((id, i) => ({
    articleId: `${i}`,
    title: id,
    url: '',
    source: id && `https://x#wx-${id}`,
    deleted: false,
    at: 0,
  }));
  expect(compareArticles(ours, listed)).toEqual({
    ...{ ours: 2, theirs: 3, underWay: 1 },
    differences: [
      { kind: 'missing', postId: 'gone', title: 'gone' },
      { kind: 'twice', postId: 'p', title: 'p' },
      { kind: 'uncounted', postId: 'f', title: 'f' },
    ],
  });
});

describe('XCH-29 a call of the platform', () => {
  const now = new Date('2026-03-02T02:00:00Z');
  const timestamp = String(now.getTime() / 1_000);
  const signed = (token: string, at = timestamp) => ({
    ...{ timestamp: at, nonce: 'n' },
    signature: createHash('sha1').update([token, at, 'n'].sort().join('')).digest('hex'),
  });
  const tokens = ['the token in use, long', 'the token before it'];
  it.each([
    ['signed with the token', signed(tokens[0]!), 0, true],
    ['with the one before it', signed(tokens[1]!), 0, true],
    ['with another', signed('another'), 0, false],
    ['with no time', { ...signed(tokens[0]!), timestamp: '' }, 0, false],
    ['with a short signature', { ...signed(tokens[0]!), signature: '' }, 0, false],
    ['five minutes later', signed(tokens[0]!), 300_000, true],
    ['after that', signed(tokens[0]!), 301_000, false],
  ])('%s', (_, given, later, is) =>
    expect(isCalledByPlatform(given, tokens, new Date(now.getTime() + later))).toBe(is),
  );
  it('tells of a publication, in the open or sealed', () => {
    expect(tellsOfPublishing('<xml><Event><![CDATA[PUBLISHJOBFINISH]]></Event></xml>')).toBe(true);
    expect(tellsOfPublishing('<xml><Encrypt><![CDATA[abc]]></Encrypt></xml>')).toBe(true);
    expect(tellsOfPublishing('<xml><Event><![CDATA[subscribe]]></Event></xml>')).toBe(false);
  });
});

it('XCH-23 joined by the system administrator alone, with names of files and never a secret', () => {
  const join = (settings: object, account = ACCOUNT) =>
    decideJoin(
      { account, join: null },
      { verb: 'joinWechat', accountId: 'a', settings: { ...JOIN, ...settings } },
      scene,
    );
  expect(join({})).toMatchObject({ next: { open: true }, entry: { verb: 'wechatJoined' } });
  for (const bad of [{ appId: 'gh_123' }, { secretFile: '../identity.key' }, { callbackFile: '/etc/passwd' }])
    expect(join(bad)).toMatchObject({ code: 'XCH-23' });
  expect(join({}, { ...ACCOUNT, platform: 'weibo' })).toMatchObject({ code: 'XCH-23' });
  for (const verb of ['closeWechat', 'compareWechat', 'sendWechatAgain'] as const)
    expect(decideJoin({ account: ACCOUNT, join: null }, { verb, accountId: 'a' }, scene)).toMatchObject({
      code: 'WRONG_STATE',
    });
  for (const role of ['editor', 'publisher', 'officeHead'] as const)
    expect(permitJoin(officerOf('county', role), { account: ACCOUNT }).allowed).toBe(false);
  expect(permitJoin(officerOf('county', 'systemAdmin'), { account: ACCOUNT }).allowed).toBe(true);
});

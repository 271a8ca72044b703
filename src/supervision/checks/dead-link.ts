/**
 * 链接能不能打开 [SUP-22, SUP-23]: from the answer of an address to what is wrong with it. A wall against machines is no dead link: somebody has to look.
 */
import { FAILURES, type Fetched } from '../fetched.ts';
import type { FindingKindName, Mark } from '../finding-kinds.ts';
import type { PageContent } from '../page-content.ts';
import { markOf } from '../seen-page.ts';

/** 网址的用处: how an address is looked at. */
export const ROLES = {
  page: { term: '本站页面', dead: 'deadLink' },
  file: { term: '本站附件', dead: 'deadFile' },
  asset: { term: '本站图片、样式', dead: 'deadAsset' },
  outside: { term: '外站', dead: 'deadLink' },
  inFile: { term: '附件里的链接', dead: 'deadLinkInFile' },
} as const satisfies Record<string, { term: string; dead: FindingKindName }>;
export type RoleOfAddress = keyof typeof ROLES;

/** Walls answer so; 503 and 202 only together with what a wall writes. */
const WALL_STATUS = new Set([401, 403, 412, 418, 429, 521, 567, 999]);
const WALL_WORDS =
  /captcha|验证码|人机验证|安全验证|访问(?:过于)?频繁|checking your browser|请开启\s*JavaScript|cf-chl|WAF/i;

export function deadLink(fetched: Fetched, role: RoleOfAddress): Mark[] {
  const { url } = fetched;
  const dead = ROLES[role].dead;
  // A file's dead link is told as such whatever is wrong with it: the file has to be mended.
  const kind = (plain: FindingKindName) => (role === 'inFile' || role === 'file' ? dead : plain);
  if (fetched.outcome === 'forbidden')
    return role === 'page' ? [] : [markOf('forbiddenLink', url, `没有查看：${fetched.says}。`)];
  if (fetched.outcome === 'failed') {
    const { failure } = fetched;
    const says = `${FAILURES[failure]}。`;
    if (failure === 'redirect-loop' || failure === 'too-many-redirects')
      return [markOf(kind('redirectLoop'), url, says)];
    if (failure === 'timeout') return [markOf(kind('timeout'), url, says)];
    if (failure === 'certificate') return [markOf('certificate', url, says)];
    return [markOf(kind('deadLink'), url, says)];
  }
  const { status, headers, body } = fetched;
  if (isWall(status, headers, body)) return [markOf('botWall', url, `返回 ${status}，网站拒绝机器查看。`)];
  if (status >= 500) return [markOf(kind('serverError'), url, `返回 ${status}，服务器出错。`)];
  if (status >= 400)
    return [markOf(dead, url, `返回 ${status}，${status === 404 || status === 410 ? '不存在' : '打不开'}。`)];
  return [];
}

const WALL_TITLE =
  /just a moment|attention required|captcha|验证码|(?:人机|安全|访问|滑动)验证|正在(?:进行)?(?:安全)?(?:验证|检查)|访问(?:过于)?频繁|拦截/i;
const WALL_ONLY =
  /checking your browser|人机验证|安全验证|访问过于频繁|请开启\s*JavaScript|enable JavaScript and cookies/i;
const LITTLE = 200;

/** 防护墙 that answers as if it were the page [SUP-23]: its title says so, or it says nothing else. */
export function wallPage(url: string, { title, words }: Pick<PageContent, 'title' | 'words'>): Mark[] {
  const wall = words.length <= LITTLE && (WALL_TITLE.test(title) || WALL_ONLY.test(words));
  return wall
    ? [markOf('botWall', url, `打开的是防护墙的验证页面${title === '' ? '' : `“${title.slice(0, 40)}”`}。`)]
    : [];
}

function isWall(status: number, headers: Readonly<Record<string, string>>, body: Buffer): boolean {
  if (WALL_STATUS.has(status)) return true;
  if (status !== 503 && status !== 202) return false;
  return headers['cf-mitigated'] !== undefined || WALL_WORDS.test(body.subarray(0, 20_000).toString('utf8'));
}

/**
 * What a browser is told when something is not done, and the one table that maps the three shapes of failure to HTTP:
 * a Refusal (the law or the state of the file forbids it), Issues (the form has mistakes), a Fault (ours).
 */
import type { Issue } from '../../statute/issue.ts';
import type { Refusal } from '../../statute/refusal.ts';

export interface Problem {
  readonly status: number;
  readonly code: string;
  /** What is wrong and what to do, for the reader. */
  readonly says: string;
  readonly basis: string;
  readonly issues: readonly Issue[];
}

/** Refusals by the beginning of their code; whatever is not named here contradicts the state of the file. */
const REFUSALS: readonly (readonly [prefix: string, status: number])[] = [
  ['NO_SUCH_', 404],
  ['NOT_YOUR_', 403],
  ['SIGN_IN_', 401],
  ['TOO_MANY_', 429],
  ['SHELF_', 503],
];
const CONTRADICTS = 409;
const HAS_ISSUES = 422;

const FAILURES: Readonly<Record<number, string>> = {
  400: '提交的内容格式不对，没有办理。请返回上一页重新填写。',
  403: '这个请求不是从本网站发出的，没有办理。请回到本网站的页面重新提交。',
  404: '没有这个页面。地址可能写错了，或者内容已经撤回。',
  405: '这个地址不接受这样的操作。',
  408: '上传太慢，连接已断开。请检查网络后重试。',
  413: '提交的内容太大。请压缩附件或分几次提交。',
  414: '地址太长。',
  415: '不支持这种格式。',
  431: '请求头太长。请清除浏览器里本网站的 Cookie 后再试。',
  429: '提交太频繁。请过几分钟再试。',
  500: '系统出了故障，这一步没有办成。故障已经记录，请稍后再试；急用的请打电话。',
  503: '现在连不上数据库，或者系统正在维护，这一步没有办成。请几分钟后再试。',
  507: '服务器的磁盘已满，这一步没有办成，提交的内容没有存下。请告诉运行维护人员腾出空间，再提交一次；急用的请打电话。',
};

export function problemOfRefusal(refusal: Refusal): Problem {
  const status = REFUSALS.find(([prefix]) => refusal.code.startsWith(prefix))?.[1] ?? CONTRADICTS;
  return { status, code: refusal.code, says: refusal.says, basis: refusal.basis, issues: [] };
}

export function problemOfIssues(issues: readonly Issue[]): Problem {
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  const says = `有 ${errors} 处需要改正，改正后再提交。`;
  return { status: HAS_ISSUES, code: 'HAS_ISSUES', says, basis: '', issues };
}

/** @param status of the HTTP layer's own errors; anything else is a Fault */
export function problemOfStatus(status: number): Problem {
  const shown = FAILURES[status] ? status : status >= 400 && status < 500 ? 400 : 500;
  return { status: shown, code: `HTTP_${shown}`, says: FAILURES[shown]!, basis: '', issues: [] };
}

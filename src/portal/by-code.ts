/** 凭查询号和查询码查看 [PRT-3]: the same at every door where somebody looks at what he sent, whatever it was; a guess is counted before it is looked at. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { asked } from './asked.ts';
import type { FieldError } from './components/error-summary.tsx';
import type { Frame } from './frame.ts';
import { WRONG_CODES_PER_QUARTER } from './intake.ts';
import { ErrorPage } from './pages/error-page.tsx';
import type { Portal } from './portal.ts';
import { asQueryCode, CODE_PURPOSE } from './query-code.ts';
import { sendOwn } from './send-page.ts';

/** The page that asks for both, empty or with what was wrong. */
export interface AskedByCode {
  readonly frame: Frame;
  readonly number: string;
  readonly errors: readonly FieldError[];
}

interface Door<Found> {
  find(number: string, codeDigest: string): Promise<Found | undefined>;
  ask(told: AskedByCode): string;
  show(found: Found): FastifyReply | Promise<FastifyReply>;
  /** What both numbers stand on. */
  readonly receipt?: string;
}

const NO_NUMBER: FieldError = { field: 'number', says: '没有填写查询号。请对照回执填写查询号和查询码。' };

export async function lookByCode<Found>(
  request: FastifyRequest,
  reply: FastifyReply,
  portal: Portal,
  { find, ask, show, receipt = '回执' }: Door<Found>,
): Promise<FastifyReply> {
  const frame = portal.frame(request);
  const number = asked(request.body, 'number').normalize('NFKC').replace(/\s/g, '').slice(0, 40);
  // Nothing was asked, so nothing is counted.
  if (number === '') return sendOwn(reply, ask({ frame, number, errors: [NO_NUMBER] }), 422);
  if (!portal.intake.admitCode(request.ip)) return tooOften(request, reply, portal);
  const code = asQueryCode(asked(request.body, 'code').slice(0, 40));
  const found = await find(number, portal.keys.digest(code, CODE_PURPOSE));
  if (!found) {
    const errors = [{ field: 'number', says: `查询号和查询码不相符。请对照${receipt}，检查后重新输入。` }];
    return sendOwn(reply, ask({ frame, number, errors }), 404);
  }
  portal.intake.wasRightCode(request.ip);
  return show(found);
}

/** Said in minutes, to the person and in the header that programs read. */
function tooOften(request: FastifyRequest, reply: FastifyReply, { frame, intake }: Portal): FastifyReply {
  const wait = intake.codeWait(request.ip);
  const minutes = Math.max(1, Math.ceil(wait / 60_000));
  const says = `同一网络地址十五分钟内最多输错 ${WRONG_CODES_PER_QUARTER} 次，这次没有查询。请 ${minutes} 分钟以后再试；着急的，请持身份证明到受理机构窗口查询。`;
  reply.header('retry-after', String(Math.max(1, Math.ceil(wait / 1000))));
  return sendOwn(reply, ErrorPage({ frame: frame(request), status: 429, says }), 429);
}

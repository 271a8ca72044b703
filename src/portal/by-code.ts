/** 凭查询号和查询码查看 [PRT-3]: the same at every door where somebody looks at what he sent, whatever it was; a guess is counted before it is looked at. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { asked } from './asked.ts';
import type { FieldError } from './components/error-summary.tsx';
import type { Frame } from './frame.ts';
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

export async function lookByCode<Found>(
  request: FastifyRequest,
  reply: FastifyReply,
  portal: Portal,
  { find, ask, show, receipt = '回执' }: Door<Found>,
): Promise<FastifyReply> {
  const frame = portal.frame(request);
  if (!portal.intake.admitCode(request.ip)) return sendOwn(reply, ErrorPage({ frame, status: 429 }), 429);
  const number = asked(request.body, 'number').normalize('NFKC').replace(/\s/g, '').slice(0, 40);
  const code = asQueryCode(asked(request.body, 'code').slice(0, 40));
  const found = await find(number, portal.keys.digest(code, CODE_PURPOSE));
  if (!found) {
    const errors = [{ field: 'number', says: `查询号和查询码不相符。请对照${receipt}，检查后重新输入。` }];
    return sendOwn(reply, ask({ frame, number, errors }), 404);
  }
  portal.intake.wasRightCode(request.ip);
  return show(found);
}

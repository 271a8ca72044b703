/** 申请人在网上能办的: what a form of the track page asks for, as the command it becomes. Always of today and under the applicant's code. */
import type { FileCommand } from '../requests/commands.ts';
import type { RequestFile } from '../requests/info-request.ts';
import type { CivilDate } from '../statute/civil-date.ts';
import { asked } from './asked.ts';

interface ApplicantAct {
  /** What the page says when it is done. */
  readonly done: string;
  read(body: unknown): object;
}

const WORDS = 4_000;
const words = (body: unknown, name: string) => asked(body, name).trim().slice(0, WORDS);

const ACTS = {
  recordReceived: {
    done: '已经登记您收到文书的日期。',
    read: (body) => ({ paper: Number(asked(body, 'paper')) }),
  },
  withdraw: {
    done: '申请已经撤回。',
    read: (body) => ({ outcome: 'withdrawn', why: words(body, 'why') || '申请人在网上撤回' }),
  },
  suggestProactive: {
    done: '您的建议已经收到，受理机关审核后决定是否主动公开。',
    read: (body) => ({ why: words(body, 'why').slice(0, 1_000) }),
  },
  disputeFee: {
    done: '异议已经收到，答复会显示在这里。缴费期限照常计算。',
    read: (body) => ({ words: words(body, 'words') }),
  },
  rate: {
    done: '谢谢您的评价。',
    read: (body) => ({ score: Number(asked(body, 'score')), words: words(body, 'words').slice(0, 500) }),
  },
} as const satisfies Record<string, ApplicantAct>;

export type ApplicantActName = keyof typeof ACTS;

export function isApplicantAct(name: string): name is ApplicantActName {
  return Object.hasOwn(ACTS, name);
}

export function actOfApplicant(
  name: ApplicantActName,
  { request, codeDigest }: RequestFile,
  body: unknown,
  on: CivilDate,
): { readonly done: string; readonly command: FileCommand } {
  const { done, read } = ACTS[name];
  const command = { verb: name, requestId: request.id, on, codeDigest, ...read(body) };
  return { done, command: command as unknown as FileCommand };
}

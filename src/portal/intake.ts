/**
 * 收件口 Intake: the one narrow way by which anybody may write something here without an account (《条例》第二十九条 asks for none).
 * It stops machines, never people: no riddle in pictures, no reason asked. Where scripts run, the browser does a piece of work by itself; where none
 * runs, a plain question is answered, and fewer applications are taken from one address.
 */

import { RateLimit } from '../platform/rate-limit.ts';
import { art } from '../statute/articles.ts';
import { type Refusal, refuse } from '../statute/refusal.ts';
import { asked } from './asked.ts';
import { type FormTokens, TOKEN_FIELD } from './form-token.ts';
import { networkOf } from './network-of.ts';
import { ANSWER_FIELD, PROOF_FIELD, type Proofs } from './proof-of-work.ts';

/** A field no person sees; programs fill in everything. */
export const TRAP_FIELD = 'website';

/** [PRT-2] Applications from one address within an hour; a counter with many visitors stays below it. */
export const APPLICATIONS_PER_HOUR = 10;

/** [PRT-24] Of those, by answering the plain question. */
export const ANSWERED_PER_HOUR = 3;

/** [INT-23] Answers to a survey from one address within an hour: an office or a school stands behind one address. Of those, by the plain question. */
export const SURVEY_ANSWERS_PER_HOUR = 60;
export const SURVEY_ANSWERED_PER_HOUR = 10;

/** [PRT-3] Wrong pairs of query number and code from one address within a quarter of an hour. */
export const WRONG_CODES_PER_QUARTER = 10;

/** [PRT-25] Looks from one address within a minute: more than anybody types. */
export const LOOKS_PER_MINUTE = 40;

/** [PRT-9] Reports one address may have checked within an hour: reading costs work, and nobody reads more than that. */
export const CHECKS_PER_HOUR = 60;

/** [PRT-87] Papers made for one address within a minute: a reader keeps a few, a program would keep the server busy. */
export const PAPERS_PER_MINUTE = 20;

/** [FIL-13] Files one address may hand in within an hour, whether the form is sent or not; and all addresses together, for the sake of the disk. */
export const UPLOADS_PER_HOUR = 30;
export const UPLOADS_PER_HOUR_IN_ALL = 300;

/** [FIL-13] Files on their way in at the same moment. */
export const UPLOADS_AT_ONCE = 8;

export interface Intake {
  /** Why this application may not come in; undefined when it may. That a form is registered once, and its proof spent, is kept with the application. */
  admit(form: unknown, address: string, what?: 'application' | 'surveyAnswer'): Promise<Refusal | undefined>;
  /** Counts one look for what is published already, while somebody types; false when the address has had enough. */
  admitLook(address: string): boolean;
  /** Counts one file on its way in, until `endUpload` is called. @returns why it may not come in; undefined when it may */
  admitUpload(address: string): string | undefined;
  /** The file is in, or was refused. */
  endUpload(): void;
  /** Counts one report to be checked; false when the address has had enough. */
  admitCheck(address: string): boolean;
  /** Counts one paper to be made; false when the address has had enough. */
  admitPaper(address: string): boolean;
  /** Counts a try of query number and code as a wrong one, before it is looked at; false when the address has guessed too often. */
  admitCode(address: string): boolean;
  /** Milliseconds until the address may try a code again. */
  codeWait(address: string): number;
  /** The try was right, and does not count. */
  wasRightCode(address: string): void;
}

function counted(limit: RateLimit, from: string): boolean {
  const address = networkOf(from);
  if (limit.isUsedUp(address)) return false;
  limit.count(address);
  return true;
}

export function openIntake(tokens: FormTokens, proofs: Proofs, now: () => Date): Intake {
  const hourly = (times: number) => new RateLimit({ times, withinMs: 3_600_000, now });
  const counters = {
    application: {
      all: hourly(APPLICATIONS_PER_HOUR),
      most: APPLICATIONS_PER_HOUR,
      answered: hourly(ANSWERED_PER_HOUR),
      mostAnswered: ANSWERED_PER_HOUR,
    },
    surveyAnswer: {
      all: hourly(SURVEY_ANSWERS_PER_HOUR),
      most: SURVEY_ANSWERS_PER_HOUR,
      answered: hourly(SURVEY_ANSWERED_PER_HOUR),
      mostAnswered: SURVEY_ANSWERED_PER_HOUR,
    },
  } as const;
  type Counters = (typeof counters)[keyof typeof counters];
  const wrongCodes = new RateLimit({ times: WRONG_CODES_PER_QUARTER, withinMs: 900_000, now });
  const looks = new RateLimit({ times: LOOKS_PER_MINUTE, withinMs: 60_000, now });
  const uploads = new RateLimit({ times: UPLOADS_PER_HOUR, withinMs: 3_600_000, now });
  const allUploads = new RateLimit({ times: UPLOADS_PER_HOUR_IN_ALL, withinMs: 3_600_000, now });
  let onTheWay = 0;
  const papers = new RateLimit({ times: PAPERS_PER_MINUTE, withinMs: 60_000, now });
  const checks = new RateLimit({ times: CHECKS_PER_HOUR, withinMs: 3_600_000, now });
  /** [PRT-23, PRT-24] Neither the browser's work nor the right answer. */
  function refuseUnproven(form: unknown, address: string, { answered, mostAnswered }: Counters): Refusal | undefined {
    if (!proofs.isAnswered(asked(form, TOKEN_FIELD), asked(form, ANSWER_FIELD)))
      return refuse(
        'NOT_PROVEN',
        art(28),
        '还没有登记：最后那道题的答案不对。填写的内容都在，请回答新的题目后再提交一次。',
      );
    if (answered.isUsedUp(address))
      return refuse(
        'TOO_MANY_APPLICATIONS',
        art(28),
        `同一网络地址一小时内最多以回答问题的方式提交 ${mostAnswered} 件，没有登记。请换用支持脚本的浏览器，或者稍后再试、当面提交、邮寄。`,
      );
    answered.count(address);
    return undefined;
  }
  function refuseAtOnce(form: unknown, address: string, { all, most }: Counters): Refusal | undefined {
    if (asked(form, TRAP_FIELD) !== '')
      return refuse(
        'NOT_YOUR_FORM',
        art(28),
        '这次提交像是程序自动填写的，没有登记。请手工填写，或者打电话、到窗口申请。',
      );
    if (all.isUsedUp(address))
      return refuse(
        'TOO_MANY_APPLICATIONS',
        art(28),
        `同一网络地址一小时内最多在线提交 ${most} 件，没有登记。请稍后再试，或者当面提交、邮寄。`,
      );
    if (!tokens.isGenuine('apply', asked(form, TOKEN_FIELD)))
      return refuse('FORM_EXPIRED', art(28), '表单打开超过两小时，还没有登记。填写的内容都在，请核对后再提交一次。');
    return undefined;
  }
  return {
    admitCheck: (from) => counted(checks, from),
    admitPaper: (from) => counted(papers, from),
    admitUpload(from) {
      const instead = '没有接收。其他内容都在，可以先提交申请，材料当面交或者邮寄；也可以过一会儿再选一次。';
      if (onTheWay >= UPLOADS_AT_ONCE || allUploads.isUsedUp('')) return `现在上传的人太多，${instead}`;
      if (!counted(uploads, from)) return `同一网络地址一小时内最多上传 ${UPLOADS_PER_HOUR} 个文件，${instead}`;
      allUploads.count('');
      onTheWay += 1;
      return undefined;
    },
    endUpload() {
      onTheWay -= 1;
    },
    admitLook: (from) => counted(looks, from),
    async admit(form, from, what = 'application') {
      const address = networkOf(from);
      const counter = counters[what];
      const early = refuseAtOnce(form, address, counter);
      if (early) return early;
      const proven = await proofs.isProven(asked(form, TOKEN_FIELD), asked(form, PROOF_FIELD));
      // Others of the same address may have been admitted meanwhile [PRT-34]; from here on nothing waits.
      const refusal =
        refuseAtOnce(form, address, counter) ?? (proven ? undefined : refuseUnproven(form, address, counter));
      if (refusal) return refusal;
      counter.all.count(address);
      return undefined;
    },
    admitCode: (from) => counted(wrongCodes, from),
    codeWait: (from) => wrongCodes.freeIn(networkOf(from)),
    wasRightCode: (from) => wrongCodes.uncount(networkOf(from)),
  };
}

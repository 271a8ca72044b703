/**
 * 收件口 Intake: the one narrow way by which anybody may write something here without an account (《条例》第二十九条 asks for none).
 * It stops machines, never people: no puzzle, no script, no reason asked.
 */
import { art } from '../statute/articles.ts';
import { type Refusal, refuse } from '../statute/refusal.ts';
import { asked } from './asked.ts';
import { type FormTokens, TOKEN_FIELD } from './form-token.ts';
import { networkOf } from './network-of.ts';
import { RateLimit } from './rate-limit.ts';

/** A field no person sees; programs fill in everything. */
export const TRAP_FIELD = 'website';

/** [PRT-2] Applications from one address within an hour; a counter with many visitors stays below it. */
export const APPLICATIONS_PER_HOUR = 10;

/** [PRT-3] Wrong pairs of query number and code from one address within a quarter of an hour. */
export const WRONG_CODES_PER_QUARTER = 10;

/** [PRT-9] Reports one address may have checked within an hour: reading costs work, and nobody reads more than that. */
export const CHECKS_PER_HOUR = 60;

export interface Intake {
  /** Why this application may not come in; undefined when it may. That a form is registered once is kept with the application. */
  admit(form: unknown, address: string): Refusal | undefined;
  /** Counts one report to be checked; false when the address has had enough. */
  admitCheck(address: string): boolean;
  /** Whether the address has guessed too often. */
  isGuessing(address: string): boolean;
  countWrongCode(address: string): void;
}

export function openIntake(tokens: FormTokens, now: () => Date): Intake {
  const applications = new RateLimit({ times: APPLICATIONS_PER_HOUR, withinMs: 3_600_000, now });
  const wrongCodes = new RateLimit({ times: WRONG_CODES_PER_QUARTER, withinMs: 900_000, now });
  const checks = new RateLimit({ times: CHECKS_PER_HOUR, withinMs: 3_600_000, now });
  return {
    admitCheck(from) {
      const address = networkOf(from);
      if (checks.isUsedUp(address)) return false;
      checks.count(address);
      return true;
    },
    admit(form, from) {
      const address = networkOf(from);
      if (asked(form, TRAP_FIELD) !== '')
        return refuse(
          'NOT_YOUR_FORM',
          art(28),
          '这次提交像是程序自动填写的，没有登记。请手工填写，或者打电话、到窗口申请。',
        );
      if (applications.isUsedUp(address))
        return refuse(
          'TOO_MANY_APPLICATIONS',
          art(28),
          `同一网络地址一小时内最多在线提交 ${APPLICATIONS_PER_HOUR} 件，没有登记。请稍后再试，或者当面提交、邮寄。`,
        );
      if (!tokens.isGenuine('apply', asked(form, TOKEN_FIELD)))
        return refuse('FORM_EXPIRED', art(28), '表单打开超过两小时，还没有登记。填写的内容都在，请核对后再提交一次。');
      applications.count(address);
      return undefined;
    },
    isGuessing: (from) => wrongCodes.isUsedUp(networkOf(from)),
    countWrongCode: (from) => wrongCodes.count(networkOf(from)),
  };
}

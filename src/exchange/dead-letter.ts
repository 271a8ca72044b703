/**
 * 没有发出的消息 [MSG-11]: what nobody tries any more until the system administrator says so. He sees which message it is, by its kind and way, and why
 * it did not go; never the address nor what an application is about.
 */
import { type Actor, type Permission, requireRole } from '../people/actor.ts';
import type { AgencyId } from '../people/agency.ts';
import type { Decision } from '../perform.ts';
import { type Refusal, refuse } from '../statute/refusal.ts';

export type DeadLetterAct =
  | { readonly verb: 'sendAgain'; readonly id: string }
  | { readonly verb: 'giveUp'; readonly id: string; readonly why: string };

/** A message as its administrator finds it. */
export interface FoundMessage {
  readonly id: string;
  readonly agencyId: AgencyId;
  readonly dead: boolean;
}

export interface SettledMessage {
  readonly act: DeadLetterAct;
}

export const DEAD_LETTER_VERBS = {
  sendAgain: { term: '再发一次', trace: 'queuedMessageAgain' },
  giveUp: { term: '不再发送', trace: 'gaveMessageUp' },
} as const satisfies Record<DeadLetterAct['verb'], object>;

const BASIS = '网络安全等级保护的要求（三员分立）';

export const NO_SUCH_MESSAGE = refuse('NO_SUCH_MESSAGE', BASIS, '没有这条消息，请刷新列表。');

export function permit(actor: Actor, _act: DeadLetterAct, { agencyId }: FoundMessage): Permission {
  return requireRole(actor, ['systemAdmin'], agencyId);
}

export function decide({ id, agencyId, dead }: FoundMessage, act: DeadLetterAct): Decision<SettledMessage> | Refusal {
  if (!dead) return refuse('WRONG_STATE', BASIS, '这条消息已经处理，或者正在发送。请刷新列表。');
  if (act.verb === 'giveUp' && act.why.trim() === '')
    return refuse('WHY_MISSING', BASIS, '不再发送的，要写明理由，例如“收件人已经调离”“已经电话告知”。');
  return {
    next: { act },
    entry: { verb: DEAD_LETTER_VERBS[act.verb].trace, subject: id, agencyId, basis: BASIS, content: act },
  };
}

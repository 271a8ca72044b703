/** 登记互动 [ITR-1, INT-21, INT-44]: what has not happened yet cannot be counted, and what was held here is counted already. */
import { type Actor, ALLOWED, type Permission, requireRole } from '../people/actor.ts';
import type { Decision, Scene } from '../perform.ts';
import { art } from '../statute/articles.ts';
import { type Refusal, refuse } from '../statute/refusal.ts';
import type { Interaction, InteractionKindName, RecordInteraction } from './interaction.ts';

export function permit(actor: Actor, command: RecordInteraction): Permission {
  return actor.kind === 'system' ? ALLOWED : requireRole(actor, ['editor', 'reporter'], command.agencyId);
}

/** Which rule says that what was carried out here counts by itself. */
const CARRIED_OUT_RULES: Readonly<Record<Exclude<InteractionKindName, 'post'>, string>> = {
  consultation: 'INT-21',
  interview: 'INT-44',
  inquiry: 'INT-11',
};

export interface Recordable {
  /** 网上办理: one of this title was held here in the same year. */
  readonly carriedOut: boolean;
}

export function decide(
  command: RecordInteraction,
  scene: Scene,
  { carriedOut }: Recordable,
): Decision<Interaction> | Refusal {
  const title = command.title.trim();
  // [MSG-17] Posts are recorded on their account; those recorded here before go on counting.
  if (command.kind === 'post')
    return refuse('POST_HAS_ACCOUNT', art(50), '政务新媒体的信息登记在“媒体账号”台账里，请先选账号，再登记。');
  if (!title) return refuse('TITLE_MISSING', art(45), '请写明这次互动的题目。');
  if (command.heldOn > scene.today) return refuse('ITR-1', art(50), `${command.heldOn} 还没有到，请在举行之后再登记。`);
  if (carriedOut)
    return refuse(CARRIED_OUT_RULES[command.kind], art(50), `“${title}”已经在这里办理，自动计入统计，不用再登记一次。`);
  const next: Interaction = {
    id: scene.newId(),
    agencyId: command.agencyId,
    kind: command.kind,
    title,
    heldOn: command.heldOn,
  };
  return {
    next,
    entry: { verb: 'recorded', subject: next.id, agencyId: next.agencyId, basis: art(50), content: next },
  };
}

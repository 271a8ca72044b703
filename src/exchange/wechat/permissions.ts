/** 谁可以做什么: as on the site. Editors write, whoever holds the post of a step reviews, publishers send and take down, nobody sends what he wrote. */
import { type Actor, ALLOWED, denied, type Permission, requireRole } from '../../people/actor.ts';
import { sharesPersonWithAny, whoseHand } from '../../people/hand.ts';
import type { RoleName } from '../../people/role.ts';
import { REVIEW_STEPS, type StepName } from '../../publications/review/steps.ts';
import { refuse } from '../../statute/refusal.ts';
import type { WechatVerb } from './commands.ts';
import { POST_STATES, type PostState, type WechatPost } from './wechat-post.ts';

interface Rule {
  readonly roles: readonly RoleName[];
  readonly from: readonly PostState[];
  readonly fourEyes?: true;
  readonly bySystem?: true;
}

const OPEN: readonly PostState[] = ['written', 'failed'];

export const WECHAT_RULES: Readonly<Record<WechatVerb, Rule>> = {
  writePost: { roles: ['editor'], from: [] },
  revisePost: { roles: ['editor'], from: OPEN },
  submitPost: { roles: ['editor'], from: OPEN },
  passPost: { roles: [], from: OPEN },
  returnPost: { roles: [], from: OPEN },
  sendPost: { roles: ['publisher'], from: OPEN, fourEyes: true },
  dropPost: { roles: ['editor', 'publisher'], from: OPEN },
  takePostDown: { roles: ['publisher'], from: ['published'], bySystem: true },
  postPublished: { roles: [], from: ['sending'], bySystem: true },
  postFailed: { roles: [], from: ['sending'], bySystem: true },
  postTakenDown: { roles: [], from: ['takingDown'], bySystem: true },
};

export type PostSubject = Pick<WechatPost, 'agencyId'> &
  Partial<Pick<WechatPost, 'state' | 'editedBy' | 'formerEditors'>>;

/** @param step of the verbs that take one */
export function permitPost(actor: Actor, verb: WechatVerb, post: PostSubject, step?: StepName): Permission {
  const { roles, from, fourEyes, bySystem } = WECHAT_RULES[verb];
  if (post.state && !from.includes(post.state))
    return denied(
      refuse('WRONG_STATE', '办理流程', `这篇文章${POST_STATES[post.state].term}，不能再做这一步。请刷新后查看。`),
    );
  if (bySystem && actor.kind === 'system') return ALLOWED;
  if (from.length > 0 && roles.length === 0 && !step)
    return denied(refuse('MACHINE_ONLY', '办理流程', '平台的结果由系统记录，不能手工改。'));
  const byRole = requireRole(actor, step ? REVIEW_STEPS[step].roles : roles, post.agencyId);
  if (!byRole.allowed) return byRole;
  const authors = [...(post.editedBy ? [post.editedBy] : []), ...(post.formerEditors ?? [])];
  if (fourEyes && sharesPersonWithAny(authors, actor.id))
    return denied(
      refuse('XCH-26', '先审后发制度', `这一稿有${whoseHand(authors, actor.id)}写的内容，由另一位同事发出。`),
    );
  return ALLOWED;
}

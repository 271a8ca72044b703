/**
 * 谁可以做什么: editors write, publishers let out, nobody lets out what he wrote himself [PUB-14]. The same answer refuses on the
 * server, greys the button and stands in the golden matrix.
 */
import { type Actor, ALLOWED, denied, type Permission, requireRole } from '../people/actor.ts';
import type { AgencyId } from '../people/agency.ts';
import { sharesPersonWithAny, whoseHand } from '../people/hand.ts';
import type { RoleName } from '../people/role.ts';
import { refuse } from '../statute/refusal.ts';
import type { PublicationVerb } from './commands.ts';
import { type Document, type DocumentState, STATE_TERMS } from './document.ts';
import { authorsOf } from './edition.ts';
import { REVIEW_STEPS, type StepName } from './review/steps.ts';

interface Rule {
  readonly roles: readonly RoleName[];
  /** States the verb starts from; absent for verbs that make a document. */
  readonly from?: readonly DocumentState[];
  /** The product itself may do it: sweeps and the opening of a county. */
  readonly bySystem?: true;
  readonly fourEyes?: true;
  /** Whoever holds the post of the step. */
  readonly byStep?: true;
}

const RULES: Readonly<Record<PublicationVerb, Rule>> = {
  draft: { roles: ['editor'] },
  revise: { roles: ['editor'], from: ['draft', 'published', 'withdrawn'] },
  placeInColumn: { roles: ['editor', 'publisher'], from: ['draft', 'published'] },
  submit: { roles: ['editor'], from: ['draft', 'published', 'withdrawn'] },
  passStep: { roles: [], from: ['draft', 'published', 'withdrawn'], byStep: true },
  returnStep: { roles: [], from: ['draft', 'published', 'withdrawn'], byStep: true },
  answerReturn: { roles: ['editor'], from: ['draft', 'published', 'withdrawn'] },
  clearFinding: {
    roles: ['examiner', 'proofreader', 'officeHead', 'publisher'],
    from: ['draft', 'published', 'withdrawn'],
    fourEyes: true,
  },
  publishUrgently: { roles: ['publisher'], from: ['draft', 'published', 'withdrawn'], fourEyes: true },
  schedule: { roles: ['publisher'], from: ['draft', 'published', 'withdrawn'], fourEyes: true },
  unschedule: { roles: ['publisher'], from: ['draft', 'published', 'withdrawn'] },
  releaseDue: { roles: ['publisher'], from: ['draft', 'published', 'withdrawn'], bySystem: true },
  missRelease: { roles: ['publisher'], from: ['draft', 'published', 'withdrawn'], bySystem: true },
  publish: { roles: ['publisher'], from: ['draft', 'published', 'withdrawn'], fourEyes: true },
  withdraw: { roles: ['publisher'], from: ['published'] },
  repeal: { roles: ['publisher'], from: ['published'] },
  expire: { roles: ['publisher'], from: ['published'], bySystem: true },
  openWithBalance: { roles: ['publisher'], bySystem: true },
};

/** What a permission speaks of: the document, or the agency for which one is made. */
export type Subject =
  | Pick<Document, 'agencyId' | 'state' | 'draft'>
  | { readonly agencyId: AgencyId; readonly state?: never; readonly draft?: never };

/** 上传图片: for a text by who writes, for the home page by who arranges it, and by the product where it takes over a former site. */
export function permitPicture(actor: Actor, agencyId: AgencyId): Permission {
  if (actor.kind === 'system') return permit('openWithBalance', actor, { agencyId });
  return requireRole(actor, ['editor', 'publisher'], agencyId);
}

/** 上传附件: whoever may draft for the agency, and the product itself where it takes over a former site. */
export function permitUpload(actor: Actor, agencyId: AgencyId): Permission {
  return permit(actor.kind === 'system' ? 'openWithBalance' : 'draft', actor, { agencyId });
}

/** @param step of the verbs that take one */
export function permit(verb: PublicationVerb, actor: Actor, subject: Subject, step?: StepName): Permission {
  const rule = RULES[verb];
  if (rule.from && subject.state && !rule.from.includes(subject.state)) {
    const says = `这条信息${STATE_TERMS[subject.state]}，不能再做这一步。请刷新后查看最新状态。`;
    return denied(refuse('WRONG_STATE', '办理流程', says));
  }
  if (actor.kind === 'system' && rule.bySystem) return ALLOWED;
  const roles = rule.byStep && step ? REVIEW_STEPS[step].roles : rule.roles;
  const byRole = requireRole(actor, roles, subject.agencyId);
  if (!byRole.allowed) return byRole;
  const { draft } = subject;
  if (rule.fourEyes && draft && sharesPersonWithAny(authorsOf(draft), actor.id)) {
    const says = `这一稿有${whoseHand(authorsOf(draft), actor.id)}编辑的内容，这一步应当由另一位同事办；本单位没有第二位的，请上一级机关派人。`;
    return denied(refuse('PUB-14', '先审后发制度', says));
  }
  return ALLOWED;
}

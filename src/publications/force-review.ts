/**
 * 规范性文件的清理 ForceReview [PUB-97, PUB-98] (国办发〔2018〕37号: 健全规范性文件清理长效机制): when a document in force has to be looked at again, and what was decided
 * when it was. One with a 有效期 is looked at before it ends, one without every so many years; how long before and how often no text
 * of the State says, so both are settings.
 */
import { type Actor, type Permission, requireRole } from '../people/actor.ts';
import type { AgencyId } from '../people/agency.ts';
import type { Decision, Scene } from '../perform.ts';
import { addDays, addMonths, type CivilDate, inProse, latest } from '../statute/civil-date.ts';
import { type Refusal, refuse } from '../statute/refusal.ts';
import type { Light } from '../statute/reply-clock/reckoning.ts';
import type { StatuteSettings } from '../statute/settings.ts';
import type { DocumentId } from './document.ts';
import type { DocumentKindName } from './document-kinds.ts';
import { type Ending, endsOn, type Validity, validityOn } from './normative.ts';

export const FORCE_BASIS = '国办发〔2018〕37号';

export const FORCE_VERDICTS = {
  keep: { term: '继续有效', hint: '没有有效期的，到下一次清理前有效' },
  lapse: { term: '到期失效，不再延续', hint: '有效期届满后自动标注失效，不再提醒' },
  revise: { term: '需要修改', hint: '修改发布以前一直提醒；延长有效期也要修改后重新发布' },
  repeal: { term: '应当废止', hint: '登记废止以前一直提醒' },
} as const;
export type ForceVerdict = keyof typeof FORCE_VERDICTS;

export interface ForceReview {
  readonly n: number;
  readonly on: CivilDate;
  readonly verdict: ForceVerdict;
  readonly why: string;
  readonly by: string;
}

/** 一件登记在册的: a document that is counted, as far as its force is concerned. */
export interface RegisteredDocument {
  readonly id: DocumentId;
  readonly agencyId: AgencyId;
  readonly kind: DocumentKindName;
  readonly title: string;
  readonly docNo: string | null;
  readonly writtenOn: CivilDate;
  readonly effectiveOn: CivilDate | null;
  readonly expiresOn: CivilDate | null;
  readonly ending: Ending | null;
  /** The latest edition of it: what was decided before concerned another text. */
  readonly changedOn: CivilDate;
  readonly lastReview: ForceReview | null;
}

export interface ForceStanding {
  readonly validity: Validity;
  /** First day without force, once it is over. */
  readonly endedOn: CivilDate | null;
  /** The last day on which it should have been looked at; null where there is none to come. */
  readonly dueOn: CivilDate | null;
  readonly dueFor: '有效期届满' | '定期清理' | null;
  readonly light: Light;
  /** Whether somebody is to do something now. */
  readonly waits: boolean;
}

type Clock = Pick<StatuteSettings, 'normativeReviewYears' | 'normativeRemindDays'>;

/** How few days before the end it presses. */
const PRESSING_DAYS = 15;

/** [PUB-97] Follows from its dates and the last review, like its force itself. */
export function forceStanding(document: RegisteredDocument, today: CivilDate, clock: Clock): ForceStanding {
  const validity = validityOn(document, today);
  const end = endsOn(document);
  if (end !== null && end <= today)
    return { validity, endedOn: end, dueOn: null, dueFor: null, light: 'done', waits: false };
  const { dueOn, dueFor } = dueDay(document, clock);
  // Repealed from a day to come on, it is decided.
  const settled = document.ending !== null || (document.lastReview?.verdict === 'lapse' && isOfThisText(document));
  const waits = !settled && addDays(today, clock.normativeRemindDays) >= dueOn;
  return { validity, endedOn: null, dueOn, dueFor, light: waits ? pressing(dueOn, today) : 'green', waits };
}

function dueDay(
  document: RegisteredDocument,
  { normativeReviewYears }: Clock,
): { readonly dueOn: CivilDate; readonly dueFor: '有效期届满' | '定期清理' } {
  const { expiresOn, ending, effectiveOn, writtenOn, lastReview } = document;
  // A repeal with its day to come ends it before its time.
  const end = endsOn({ expiresOn, ending });
  if (end !== null) return { dueOn: addDays(end, -1), dueFor: '有效期届满' };
  const kept = lastReview?.verdict === 'keep' ? lastReview.on : null;
  const since = latest(effectiveOn ?? writtenOn, kept ?? writtenOn);
  return { dueOn: addMonths(since, normativeReviewYears * 12), dueFor: '定期清理' };
}

function isOfThisText({ lastReview, changedOn }: RegisteredDocument): boolean {
  return lastReview !== null && lastReview.on >= changedOn;
}

function pressing(dueOn: CivilDate, today: CivilDate): Light {
  if (today > dueOn) return 'overdue';
  return addDays(today, PRESSING_DAYS) >= dueOn ? 'red' : 'yellow';
}

/** 登记清理结果. */
export interface ReviewForce {
  readonly verb: 'reviewForce';
  readonly documentId: DocumentId;
  readonly verdict: ForceVerdict;
  readonly why: string;
  /** How many reviews the officer had before him. */
  readonly seen: number;
}

export const FORCE_REVIEWERS = ['officeHead', 'publisher'] as const;

export function permitForceReview(actor: Actor, agencyId: AgencyId): Permission {
  return requireRole(actor, FORCE_REVIEWERS, agencyId);
}

export function reviewForce(
  document: RegisteredDocument,
  { verdict, why, seen }: ReviewForce,
  { actor, today }: Scene,
): Decision<ForceReview> | Refusal {
  if (seen !== (document.lastReview?.n ?? 0))
    return refuse('STALE', FORCE_BASIS, '你打开以后，别的同事登记过清理结果，这一次没有登记。请刷新，看过再定。');
  const reason = why.trim();
  if (reason === '')
    return refuse('REASON_MISSING', FORCE_BASIS, '请写明清理的依据和理由，例如评估报告、常务会议的决定。');
  const end = endsOn(document);
  if (end !== null && end <= today)
    return refuse('ALREADY_ENDED', FORCE_BASIS, `这份文件自 ${inProse(end)} 起已经停止有效，不用再清理。`);
  if (verdict === 'keep' && document.expiresOn !== null)
    return refuse(
      'PUB-98',
      FORCE_BASIS,
      `这份文件的有效期到 ${inProse(document.expiresOn)}，只登记“继续有效”不能延长。要继续有效的，选“需要修改”，修改时写明新的有效期，审校后重新发布。`,
    );
  if (verdict === 'lapse' && document.expiresOn === null)
    return refuse('PUB-98', FORCE_BASIS, '这份文件没有有效期，不会自动失效。不再适用的，选“应当废止”，再登记废止。');
  const { id, agencyId } = document;
  const next = { n: seen + 1, on: today, verdict, why: reason, by: actor.id };
  return {
    next,
    entry: { verb: 'forceReviewed', subject: id, agencyId, basis: FORCE_BASIS, content: next },
  };
}

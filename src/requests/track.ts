/**
 * 申请人所见 TrackedRequest: the allow-listed view for whoever holds query number and code. No identity, no officer, no draft, nobody's
 * opinion; what a field does not name cannot leak through it.
 */
import type { CivilDate } from '../statute/civil-date.ts';
import type { FeeStep } from '../statute/fee-tariff.ts';
import { CONSULTED } from '../statute/reply-clock/consultations.ts';
import type { Reckoning, SideClockName } from '../statute/reply-clock/reckoning.ts';
import type { WorkCalendar } from '../statute/work-calendar.ts';
import { clockOf } from './deadlines.ts';
import { suggestProactive } from './decide/suggest-proactive.ts';
import { FACT_TERMS, type FactOf, type FactType, factsOf, lastOf, type RequestFact } from './facts.ts';
import { disputeOf } from './fees/dispute.ts';
import { type JointNotice, jointYuan } from './fees/joint-notice.ts';
import { countOf, stepsOf, tariffOf } from './fees/notice-terms.ts';
import type { RequestFile, RequestId } from './info-request.ts';
import { type LetterKindName, letterKind } from './letters/kinds.ts';
import { outcomeOf } from './outcomes.ts';
import { adoption, openSuggestion, refuseTurning } from './proactive.ts';
import { type RedoClock, redoClock } from './redo.ts';
import { disclosable } from './refusal-review.ts';
import { REMEDY_PATHS } from './remedy-paths.ts';
import { partsOf } from './reply-parts.ts';
import { type DeliveryStep, deliveryKnots, deliveryOf, replyCameBack } from './returned-mail.ts';
import { SERVICE_METHODS } from './service-methods.ts';
import { feeNotice, repliesOut, replyReceivedOn, servedDraft } from './standing.ts';
import { type RequestState, STATES } from './states.ts';

export interface TrackedRequest {
  readonly id: RequestId;
  readonly agencyId: string;
  readonly number: string;
  readonly queryNumber: string;
  readonly wanted: string;
  readonly arrivedOn: CivilDate;
  readonly receivedOn: CivilDate | null;
  readonly state: RequestState;
  /** The state in plain words. */
  readonly plain: string;
  /** The ladder, and the periods that are the applicant's own. */
  readonly clock: Pick<Reckoning, 'received' | 'due' | 'provisional' | 'steps' | 'sideClocks'>;
  readonly milestones: readonly { readonly on: CivilDate; readonly term: string }[];
  /** 待补正: what to correct and until when; `paper` is the number `recordReceived` asks for. */
  readonly correction: {
    readonly paper: number;
    readonly what: string;
    readonly dueOn: CivilDate | null;
    readonly overdue: boolean;
  } | null;
  /** 他自己在网上交的补正, once it was received. */
  readonly corrected: { readonly on: CivilDate; readonly what: string } | null;
  readonly fee: TrackedFee | null;
  /** 收费异议; `mayBeSaid` while the applicant may still raise one. */
  readonly dispute: {
    readonly mayBeSaid: boolean;
    readonly said: { readonly on: CivilDate; readonly words: string } | null;
    readonly answer: { readonly on: CivilDate; readonly words: string } | null;
  };
  readonly reply: TrackedReply | null;
  /** 撤回或者终结: nothing is owed any more, and no day is told. */
  readonly withdrawnOn: CivilDate | null;
  /** 重新答复的期限, while a new reply is under way. */
  readonly redo: Pick<RedoClock, 'due' | 'provisional' | 'says'> | null;
  /** Letters that went to the applicant; a reply only once it was served. */
  readonly letters: readonly TrackedLetter[];
  readonly rated: boolean;
  /** 经评估可以公开 (第十八条), where he was to be told. */
  readonly disclosableSince: CivilDate | null;
  /** 建议主动公开 (第四十四条第二款): whether he may suggest it, and what became of what he suggested; nothing of what officers suggested. */
  readonly proactive: 'may-suggest' | 'suggested' | 'adopted' | 'declined' | null;
}

export interface TrackedFee {
  /** Number of the notice; `recordReceived` asks for it. */
  readonly paper: number;
  readonly yuan: number;
  readonly dueOn: CivilDate | null;
  /** Why, by which tariff, and the brackets the amount is summed from [FEE-9]. */
  readonly why: string;
  readonly tariff: string;
  readonly count: readonly { readonly term: string; readonly text: string }[];
  readonly steps: readonly FeeStep[];
  /** 合并告知 [FEE-17]: all that the paper tells of and what they owe together; null of a notice about this one alone. */
  readonly joint: (Pick<JointNotice, 'files'> & { readonly yuan: number }) | null;
}

export interface TrackedLetter {
  /** Number of the fact that issued it, and its kind: together its name. */
  readonly n: number;
  readonly kind: LetterKindName;
  readonly term: string;
  readonly number: string | null;
  readonly on: CivilDate;
}

export interface TrackedReply {
  /** Number of the fact that served it; `recordReceived` asks for it. */
  readonly paper: number;
  readonly replyNumber: string;
  readonly outcome: string;
  /** 分项; empty for a reply that answers the application as one. */
  readonly parts: readonly { readonly what: string; readonly outcome: string }[];
  readonly text: string;
  readonly repliedOn: CivilDate;
  readonly method: string;
  /** 收到之日, from which remedies run; null while it is not known. */
  readonly receivedOn: CivilDate | null;
  /** 送达经过: sent, came back, sent again, received. */
  readonly delivery: readonly Pick<DeliveryStep, 'on' | 'says'>[];
  readonly cameBack: boolean;
  /** 救济途径 as the letter told it; of replies from before letters were kept, in short. */
  readonly remedy: string;
}

/** Inward steps: what is drafted, returned and filed is the agency's, and what was withdrawn concerns others. */
const INWARD: readonly FactType[] = [
  'paperReceived',
  'paperReturned',
  'servedAgain',
  'drafted',
  'checked',
  'reviewSkipped',
  'rated',
  'findingCleared',
  'draftReturned',
  'consultationWithdrawn',
  'dissentSettled',
  'silenceNoted',
  'silenceConfirmed',
  'noted',
  'contacted',
  'codeRenewed',
  'taskSent',
  'taskReceived',
  'taskAnswered',
  'taskReturned',
  'taskAccepted',
  'taskReminded',
  'taskWithdrawn',
  'taskHandedOver',
  'archived',
  'refusalReviewed',
  'proactiveSuggested',
  'proactiveDecided',
];

const OWN_PERIODS: readonly SideClockName[] = ['correction-period', 'fee-payment', 'reconsideration', 'litigation'];

export function trackedView(
  file: Pick<RequestFile, 'request' | 'facts'>,
  today: CivilDate,
  calendar: WorkCalendar,
): TrackedRequest {
  const { request, facts } = file;
  const { received, due, provisional, steps, sideClocks } = clockOf(withoutNames(file), today, calendar);
  // 补正期 and 缴费期 have a last day once it is known when the notice was received; until then any day told would be a guess.
  const lastDay = (name: SideClockName) => {
    const period = sideClocks.findLast(({ clock }) => clock === name);
    return period?.abandonableFrom ? period.due : null;
  };
  const asked = request.state === 'correctionPending' ? lastOf(facts, 'correctionAsked') : undefined;
  const notice = request.state === 'feePending' ? feeNotice(facts) : undefined;
  return {
    id: request.id,
    agencyId: request.agencyId,
    number: request.number,
    queryNumber: request.queryNumber,
    wanted: request.wanted,
    arrivedOn: request.arrivedOn,
    receivedOn: request.receivedOn,
    state: request.state,
    plain: STATES[request.state].plain,
    clock: {
      received,
      due,
      provisional,
      steps,
      sideClocks: sideClocks.filter(({ clock }) => OWN_PERIODS.includes(clock) && !isBarred(clock, facts)),
    },
    milestones: [
      ...facts.filter(({ type }) => !INWARD.includes(type)).map(({ on, type }) => ({ on, term: FACT_TERMS[type] })),
      ...deliveryKnots(facts, 'applicant').map(({ on, says }) => ({ on, term: says })),
    ],
    correction: asked ? correctionOf(asked, lastDay('correction-period'), today) : null,
    corrected: correctedOf(facts),
    fee: notice ? feeOf(notice, lastDay('fee-payment')) : null,
    dispute: disputeSeen(facts, notice !== undefined),
    reply: replyOf(facts),
    withdrawnOn: lastOf(facts, 'withdrawn')?.on ?? null,
    redo: redoOf(facts, today, calendar),
    letters: lettersTo(facts),
    rated: factsOf(facts, 'rated').length > 0,
    disclosableSince: offerOf(facts),
    proactive: proactiveOf(request.state, facts),
  };
}

function disputeSeen(facts: readonly RequestFact[], pending: boolean): TrackedRequest['dispute'] {
  const dispute = disputeOf(facts);
  const seen = (fact: FactOf<'feeDisputed' | 'feeDisputeAnswered'> | undefined) =>
    fact ? { on: fact.on, words: fact.words } : null;
  return { mayBeSaid: pending && !dispute, said: seen(dispute?.said), answer: seen(dispute?.answer) };
}

function feeOf(notice: FactOf<'feeNoticed'>, dueOn: CivilDate | null): TrackedFee {
  const { n, yuan, why, joint } = notice;
  return {
    ...{ paper: n, yuan, dueOn, why },
    ...{ tariff: tariffOf(notice), count: countOf(notice), steps: stepsOf(notice) },
    joint: joint ? { files: joint.files, yuan: jointYuan(joint) } : null,
  };
}

/** [REQ-118] What still holds, and why, is not told again. */
function offerOf(facts: readonly RequestFact[]): CivilDate | null {
  const review = disclosable(facts);
  return review?.verdict === 'offer' ? review.on : null;
}

/** What officers suggest among themselves, and what came of it, is not told. */
function proactiveOf(state: RequestState, facts: readonly RequestFact[]): TrackedRequest['proactive'] {
  const suggested = factsOf(facts, 'proactiveSuggested').find(({ by }) => by === 'public');
  if (!suggested)
    return suggestProactive.from.includes(state) && !refuseTurning(facts) && !openSuggestion(facts)
      ? 'may-suggest'
      : null;
  const decided = factsOf(facts, 'proactiveDecided').find(({ n }) => n > suggested.n);
  if (!decided) return 'suggested';
  return adoption(facts) ? 'adopted' : 'declined';
}

function redoOf(facts: readonly RequestFact[], today: CivilDate, calendar: WorkCalendar): TrackedRequest['redo'] {
  const redo = redoClock(facts, today, calendar);
  return redo && { due: redo.due, provisional: redo.provisional, says: redo.says };
}

function correctedOf(facts: readonly RequestFact[]): TrackedRequest['corrected'] {
  const corrected = factsOf(facts, 'corrected').findLast(({ by }) => by === 'public');
  return corrected ? { on: corrected.on, what: corrected.what } : null;
}

function correctionOf({ n, what }: FactOf<'correctionAsked'>, dueOn: CivilDate | null, today: CivilDate) {
  return { paper: n, what, dueOn, overdue: dueOn !== null && today > dueOn };
}

/** [LET-8] What was issued to others, or not served yet, is not told. */
export function lettersTo(facts: readonly RequestFact[]): TrackedLetter[] {
  const out = repliesOut(facts);
  return facts.flatMap(({ n, on, type, letters = [] }) =>
    letters
      .filter(({ kind }) => letterKind(kind).to === 'applicant' && kind !== 'serviceRecord')
      .filter(() => type !== 'signed' || out.has(n))
      .map(({ kind, number }) => ({ n, kind, number, on, term: letterKind(kind).term })),
  );
}

/** The ladder names whom it waited for; the applicant reads only what kind they are. */
function withoutNames({ request, facts }: Pick<RequestFile, 'request' | 'facts'>) {
  return {
    request,
    facts: facts.map((fact) =>
      fact.type === 'consulted' ? { ...fact, name: `${CONSULTED[fact.whom].term}${fact.n}` } : fact,
    ),
  };
}

/** 复议前置: who must ask for reconsideration first is shown no period for a suit. */
function isBarred(clock: SideClockName, facts: readonly RequestFact[]): boolean {
  const draft = servedDraft(facts) ?? lastOf(facts, 'drafted');
  return (
    clock === 'litigation' &&
    draft !== undefined &&
    partsOf(draft).every(({ outcome }) => outcomeOf(outcome).remedy === 'reconsiderFirst')
  );
}

/** The reply once it has gone out. */
function replyOf(facts: readonly RequestFact[]): TrackedReply | null {
  const served = lastOf(facts, 'served');
  if (!served) return null;
  const draft = servedDraft(facts)!;
  const outcome = outcomeOf(draft.outcome);
  const signed = factsOf(facts, 'signed').findLast(({ n }) => n < served.n)!;
  return {
    paper: served.n,
    replyNumber: signed.replyNumber,
    outcome: outcome.term,
    parts: (draft.parts ?? []).map(({ what, outcome }) => ({ what, outcome: outcomeOf(outcome).term })),
    text: draft.text,
    repliedOn: served.on,
    method: SERVICE_METHODS[served.method].term,
    receivedOn: replyReceivedOn(facts) ?? null,
    delivery: deliveryOf(served.n, facts).map(({ on, says }) => ({ on, says })),
    cameBack: replyCameBack(facts),
    remedy: signed.remedy || REMEDY_PATHS[outcome.remedy].term,
  };
}

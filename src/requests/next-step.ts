/**
 * 下一步 [REQ-53]: the one verb a file waits for, and on whom. A paper whose receipt is not known comes before what runs from it, and
 * whoever is silent past his period is no longer awaited.
 */
import type { CivilDate } from '../statute/civil-date.ts';
import type { SideClockName } from '../statute/reply-clock/reckoning.ts';
import type { WorkCalendar } from '../statute/work-calendar.ts';
import type { FileVerb } from './commands.ts';
import { sideClockOf } from './deadlines.ts';
import { decisionOn, dissentWaits, undecidedDissents, unsettledDissents } from './dissent.ts';
import { openDispute } from './fees/dispute.ts';
import type { RequestFile } from './info-request.ts';
import { barredFrom, replyStep } from './reply-review.ts';
import { isReturned, replyCameBack, returnedPapers } from './returned-mail.ts';
import { awaitedConsultations, papersUnderWay, silentConsultations } from './standing.ts';

export interface NextStep {
  readonly verb: FileVerb;
  /** Somebody outside has to move first; null when it is ours to do. */
  readonly waitsFor: string | null;
  /** Four eyes: officers who may not take this step. */
  readonly notBy: readonly string[];
}

type Dated = Pick<RequestFile, 'request' | 'facts'>;

const ANSWERS = {
  'third-party': 'recordThirdPartyAnswer',
  'co-producer': 'recordCoProducerAnswer',
  agency: 'recordAgencyAnswer',
} as const satisfies Record<string, FileVerb>;

/** @returns null once the file is archived */
export function nextStep(file: Dated, today: CivilDate, calendar: WorkCalendar): NextStep | null {
  const { request, facts } = file;
  switch (request.state) {
    case 'submitted':
      return ours('confirmReceipt');
    case 'inProcess':
    case 'reasonPending':
    case 'redoing':
      return ours('draftReply');
    case 'correctionPending':
      return afterNotice(file, 'correction-period', ['receiveCorrection', 'abandonUncorrected'], today, calendar);
    case 'feePending':
      if (openDispute(facts)) return ours('answerFeeDispute');
      return afterNotice(file, 'fee-payment', ['recordPayment', 'abandonUnpaid'], today, calendar);
    case 'consulting':
      return afterConsulting(file, today, calendar);
    case 'drafted':
      if (undecidedDissents(facts).length > 0) return ours('settleDissent');
      return { ...ours(replyStep(facts) === 'legal' ? 'legalCheck' : 'secrecyCheck'), notBy: barredFrom(facts) };
    case 'reviewed':
      if (undecidedDissents(facts).length > 0) return ours('settleDissent');
      return { ...ours('sign'), notBy: barredFrom(facts) };
    case 'signed':
      return afterSigning(file, today, calendar);
    case 'served':
      if (replyCameBack(facts)) return ours('serveAgain');
      return ours(papersUnderWay(facts).some(({ type }) => type === 'served') ? 'recordReceived' : 'archive');
    case 'abandoned':
    case 'withdrawn':
      return ours('archive');
    case 'archived':
      return null;
  }
}

/** The applicant was told something and has a period to answer. */
function afterNotice(
  file: Dated,
  period: SideClockName,
  [answered, givenUp]: readonly [FileVerb, FileVerb],
  today: CivilDate,
  calendar: WorkCalendar,
): NextStep {
  const from = sideClockOf(file, period, today, calendar)?.abandonableFrom;
  if (from === undefined) return ours(returnedPapers(file.facts).length > 0 ? 'serveAgain' : 'recordReceived');
  return today >= from ? ours(givenUp) : { ...ours(answered), waitsFor: '申请人' };
}

function afterConsulting(file: Dated, today: CivilDate, calendar: WorkCalendar): NextStep {
  if (silentConsultations(file, today, calendar).length > 0) return ours('confirmSilence');
  const [awaited] = awaitedConsultations(file, today, calendar);
  if (!awaited) return ours('draftReply');
  // The silence of another agency says nothing, so no period runs from its receipt.
  const receiptUnknown = awaited.whom !== 'agency' && papersUnderWay(file.facts).some(({ n }) => n === awaited.n);
  if (isReturned(awaited.n, file.facts)) return ours('serveAgain');
  return receiptUnknown ? ours('recordReceived') : { ...ours(ANSWERS[awaited.whom]), waitsFor: awaited.name };
}

/** [REQ-127, REQ-128] A third party who disagreed comes before the applicant. */
function afterSigning(file: Dated, today: CivilDate, calendar: WorkCalendar): NextStep {
  const open = unsettledDissents(file.facts);
  if (open.some(({ n }) => !decisionOn(n, file.facts))) return ours('draftReply');
  if (open.length > 0) return ours('settleDissent');
  const [wait] = dissentWaits(file, today, calendar);
  if (!wait) return ours('serve');
  if (wait.from !== null) return { ...ours('serve'), waitsFor: wait.name };
  return ours(isReturned(wait.paper, file.facts) ? 'serveAgain' : 'recordReceived');
}

function ours(verb: FileVerb): NextStep {
  return { verb, waitsFor: null, notBy: [] };
}

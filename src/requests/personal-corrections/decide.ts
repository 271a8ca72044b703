/** 办理更正申请 [REQ-120…REQ-124]: from what is and what is asked to what will be, or to why not. */
import type { Decision, Scene } from '../../perform.ts';
import { art } from '../../statute/articles.ts';
import { type CivilDate, inProse, inProseWithWeekday, parseCivilDate } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import { IN_FORCE } from '../../statute/reply-clock/reply-due.ts';
import type { WorkCalendar } from '../../statute/work-calendar.ts';
import { addWorkdays } from '../../statute/workdays.ts';
import { APPLICANT_KINDS } from '../applicant-kinds.ts';
import { CORRECTION_WORKDAYS_MAX } from '../decide/ask-correction.ts';
import { isMissing } from '../decide/particulars.ts';
import { arrivesThatDay, dispatchOf, refuseDispatch } from '../dispatch.ts';
import type { Applicant } from '../info-request.ts';
import type { LetterOffice } from '../letters/letter.ts';
import { CORRECTION_CHANNELS } from './channels.ts';
import type { CorrectionAct, CorrectionCommand, DecideCorrection, RegisterCorrection } from './commands.ts';
import { type CorrectionFact, type CorrectionFactOf, lastCorrectionFact, type NewCorrectionFact } from './facts.ts';
import { type CorrectionNumbers, issueCorrectionLetters, markOfCorrection } from './letters.ts';
import { CORRECTION_OUTCOMES } from './outcomes.ts';
import { CORRECTION_BASIS as BASIS } from './permissions.ts';
import type { ActedCorrection, PersonalCorrection, PersonalCorrectionFile } from './personal-correction.ts';

/** What the store found: the file or the number a new one would get, who signs its letters, and how many files of proof there are. */
export type CorrectionLoaded = {
  readonly office: LetterOffice;
  readonly numbers: CorrectionNumbers;
  readonly proofFiles: number;
} & ({ readonly file: null; readonly nextNumber: string } | { readonly file: PersonalCorrectionFile });

/** A file that is opened: identity goes from here into the sealed table. */
export interface OpenedCorrection extends ActedCorrection {
  readonly applicant?: Applicant;
}

type Change = {
  readonly fact: NewCorrectionFact;
  readonly set?: Partial<Pick<PersonalCorrection, 'state' | 'outcome' | 'repliedOn'>>;
};

const TRACES: Readonly<Record<CorrectionCommand['verb'], string>> = {
  registerCorrection: 'registeredCorrection',
  askProof: 'askedProof',
  receiveProof: 'receivedProof',
  decideCorrection: 'decidedCorrection',
  serveCorrection: 'servedCorrection',
  recordReplyReceived: 'recordedReplyReceived',
  archiveCorrection: 'archivedCorrection',
};

export function decideCorrection(
  loaded: CorrectionLoaded,
  command: CorrectionCommand,
  scene: Scene,
): Decision<OpenedCorrection> | Refusal {
  if (parseCivilDate(command.on) === undefined)
    return refuse('REQ-120', art(45), '日期不存在或者格式不对，请按“2026-02-24”的格式填写。');
  if (command.on < IN_FORCE)
    return refuse('REQ-120', art(56), '修订后的条例自2019年5月15日起施行，更早的日期不会有这项申请，请核对年份。');
  if (command.on > scene.today) return refuse('REQ-120', art(45), '不能登记还没有发生的事，日期最晚为今天。');
  if (command.verb === 'registerCorrection') {
    if (loaded.file !== null) throw new Error('an opening needs no file');
    return register(command, loaded, scene);
  }
  const { file } = loaded;
  if (file === null) throw new Error(`${command.verb} needs a file`);
  const last = file.facts.at(-1)!;
  if (command.on < last.on)
    return refuse('REQ-120', art(45), `上一步是${inProse(last.on)}办理的，这一步不能更早，请核对日期。`);
  const change = step(file, command, loaded, scene.calendar);
  if (isRefusal(change)) return change;
  const correction = { ...file.correction, ...change.set };
  return made(correction, file.facts, change.fact, command.verb, loaded, scene);
}

function register(
  { agencyId, on, channel, applicantKind, applicant, record, wrong, proof }: RegisterCorrection,
  loaded: Extract<CorrectionLoaded, { file: null }>,
  scene: Scene,
): Decision<OpenedCorrection> | Refusal {
  if (!Object.hasOwn(CORRECTION_CHANNELS, channel)) return refuse('REQ-120', BASIS, '请选择怎样收到的。');
  if (!Object.hasOwn(APPLICANT_KINDS, applicantKind)) return refuse('REQ-120', BASIS, '请选择申请人的类别。');
  if (isMissing(applicant.name)) return refuse('REQ-120', BASIS, '请填写申请人的姓名或者名称。');
  // [REQ-122] Only who the record is about may have it put right.
  if (isMissing(applicant.identity))
    return refuse('REQ-122', BASIS, '只能更正与自身相关的记录，请核对并填写申请人的身份证明。');
  if (isMissing(applicant.phone) && isMissing(applicant.email) && isMissing(applicant.address))
    return refuse('REQ-120', BASIS, '请填写联系方式：电话、电子邮箱、通信地址至少一项，补充证据和答复要用。');
  if (isMissing(record)) return refuse('REQ-120', BASIS, '请写明哪一份记录。');
  if (isMissing(wrong)) return refuse('REQ-120', BASIS, '请写明记录错在哪里、应当是什么。');
  const correction: PersonalCorrection = {
    id: scene.newId(),
    agencyId,
    number: loaded.nextNumber,
    channel,
    applicantKind,
    receivedOn: on,
    state: 'open',
    record: record.trim(),
    wrong: wrong.trim(),
    proof: proof.trim(),
    outcome: null,
    repliedOn: null,
  };
  const opened = made(correction, [], { type: 'received', on }, 'registerCorrection', loaded, scene);
  return { ...opened, next: { ...opened.next, applicant } };
}

function step(
  { correction, facts }: PersonalCorrectionFile,
  command: CorrectionAct,
  loaded: CorrectionLoaded,
  calendar: WorkCalendar,
): Change | Refusal {
  const { on } = command;
  switch (command.verb) {
    case 'askProof': {
      if (isMissing(command.what)) return refuse('REQ-122', BASIS, '请写明需要补充什么证据。');
      if (!parseCivilDate(command.until) || command.until <= on)
        return refuse('REQ-122', BASIS, '请写明提交证据的日期，在告知之日以后。');
      const last = addWorkdays(on, CORRECTION_WORKDAYS_MAX, calendar);
      if (command.until > last)
        return refuse(
          'REQ-122',
          BASIS,
          `提交证据的期限应当合理：最晚可以到${inProseWithWeekday(last)}（告知以后${CORRECTION_WORKDAYS_MAX}个工作日）。请核对年份和日期。`,
        );
      const waiting = proofAwaited(facts, on);
      if (waiting)
        return refuse(
          'REQ-122',
          BASIS,
          `${inProse(waiting.on)}已经要求补充证据，申请人可以在${inProse(waiting.until)}以前提交，现在不能再要求一次。收到证据的，先登记收到。`,
        );
      return { fact: { type: 'proofAsked', on, what: command.what.trim(), until: command.until } };
    }
    case 'receiveProof':
      return isMissing(command.what)
        ? refuse('REQ-122', BASIS, '请写明收到了什么证据。')
        : { fact: { type: 'proofReceived', on, what: command.what.trim() } };
    case 'decideCorrection':
      return conclude(correction, facts, command, loaded);
    case 'serveCorrection': {
      // [REQ-124] What is put right is personal: it goes from hand to hand or by the postal enterprise.
      if (command.method === 'electronic')
        return refuse(
          'REQ-124',
          '国办公开办函〔2016〕235号',
          '更正答复书涉及本人信息，请直接送达，或者通过邮政企业邮寄。',
        );
      const wrong = refuseDispatch(command);
      return wrong ?? { fact: { type: 'served', on, ...dispatchOf(command) }, set: { state: 'served', repliedOn: on } };
    }
    case 'recordReplyReceived':
      return receivedOn(facts) === null
        ? { fact: { type: 'replyReceived', on } }
        : refuse('REQ-124', '国办公开办函〔2016〕235号', '已经知道申请人哪一天收到答复。');
    case 'archiveCorrection':
      return receivedOn(facts) === null
        ? refuse('REQ-124', art(45), '还不知道申请人哪一天收到答复，请先登记收到日期，再归档。')
        : { fact: { type: 'archived', on }, set: { state: 'archived' } };
  }
}

/** 申请人收到答复之日; null while it is not known. */
export function receivedOn(facts: readonly CorrectionFact[]): CorrectionFact['on'] | null {
  const served = lastCorrectionFact(facts, 'served');
  if (served && arrivesThatDay(served)) return served.on;
  return lastCorrectionFact(facts, 'replyReceived')?.on ?? null;
}

/** 补充的期限还没有过: what was asked for last, while nothing has come on it and the day named is still his. */
function proofAwaited(facts: readonly CorrectionFact[], on: CivilDate): CorrectionFactOf<'proofAsked'> | undefined {
  const asked = lastCorrectionFact(facts, 'proofAsked');
  const answered = asked && (lastCorrectionFact(facts, 'proofReceived')?.n ?? 0) > asked.n;
  return asked && !answered && on <= asked.until ? asked : undefined;
}

function conclude(
  { proof }: PersonalCorrection,
  facts: readonly CorrectionFact[],
  { on, outcome, why, to = '' }: DecideCorrection,
  { numbers, proofFiles }: CorrectionLoaded,
): Change | Refusal {
  if (!Object.hasOwn(CORRECTION_OUTCOMES, outcome)) return refuse('REQ-123', BASIS, '请选择处理结果。');
  const { hint, names, term } = CORRECTION_OUTCOMES[outcome];
  if (isMissing(why)) return refuse('REQ-123', BASIS, `请写明事实和理由：${hint}。`);
  if (names && isMissing(to)) return refuse('REQ-123', BASIS, `${term}的，请写明有权更正的机关的名称和联系方式。`);
  const proven = !isMissing(proof) || proofFiles > 0 || facts.some(({ type }) => type === 'proofReceived');
  if (outcome === 'corrected' && !proven)
    return refuse('REQ-122', BASIS, '案卷里没有证据，不能认定记录不准确。请先登记收到的证据。');
  // Whoever is not believed must have had the chance to prove it.
  if (outcome === 'notCorrected' && !proven && !facts.some(({ type }) => type === 'proofAsked'))
    return refuse('REQ-122', BASIS, '申请人没有提供证据的，请先要求补充证据，再决定不予更正。');
  // What was promised is kept: the last period asked for runs until proof came on it, whatever was in the file before.
  const waiting = proofAwaited(facts, on);
  if (outcome === 'notCorrected' && waiting)
    return refuse(
      'REQ-122',
      BASIS,
      `已告知申请人可以在${inProse(waiting.until)}以前提交证据，期限还没有过，也没有登记收到新的证据，不能不予更正。`,
    );
  const fact = {
    type: 'decided',
    on,
    outcome,
    why: why.trim(),
    to: names ? to.trim() : '',
    number: numbers.answer,
  } as const;
  return { fact, set: { state: 'decided', outcome } };
}

function made(
  correction: PersonalCorrection,
  before: readonly CorrectionFact[],
  added: NewCorrectionFact,
  verb: CorrectionCommand['verb'],
  { office, numbers }: CorrectionLoaded,
  { at, actor }: Scene,
): Decision<OpenedCorrection> {
  const fact: CorrectionFact = { ...added, n: before.length + 1, recordedAt: at.toISOString(), by: actor.id };
  const issued = issueCorrectionLetters({ correction, fact, office }, numbers);
  const kept = issued.length > 0 ? { ...fact, letters: issued.map(markOfCorrection) } : fact;
  return {
    next: { correction, facts: [...before, kept], issued },
    entry: {
      verb: TRACES[verb],
      subject: correction.id,
      agencyId: correction.agencyId,
      basis: BASIS,
      content: { fact: kept, number: correction.number },
    },
  };
}

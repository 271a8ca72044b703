/** 更正申请 on screen: the list with its figures, and one file. Identity is not here; it is opened on purpose. */
import { namesOfOfficers } from '../../people/store.ts';
import type { House } from '../../perform.ts';
import type { KeyRing } from '../../platform/key-file.ts';
import { APPLICANT_KINDS } from '../../requests/applicant-kinds.ts';
import { carriedBy } from '../../requests/dispatch.ts';
import { IDENTITY_REASONS } from '../../requests/identity-reasons.ts';
import { agenciesToRegisterAt, permitIdentity } from '../../requests/permissions.ts';
import { CORRECTION_CHANNELS } from '../../requests/personal-corrections/channels.ts';
import { correctionClock } from '../../requests/personal-corrections/clock.ts';
import { receivedOn } from '../../requests/personal-corrections/decide.ts';
import {
  CORRECTION_FACT_TERMS,
  type CorrectionFact,
  lastCorrectionFact,
} from '../../requests/personal-corrections/facts.ts';
import { CORRECTION_LETTERS, type CorrectionLetterName } from '../../requests/personal-corrections/letter-kinds.ts';
import { CORRECTION_OUTCOME_NAMES, CORRECTION_OUTCOMES } from '../../requests/personal-corrections/outcomes.ts';
import {
  CORRECTION_ACT_VERBS,
  CORRECTION_BASIS,
  CORRECTION_VERBS,
  permitCorrection,
} from '../../requests/personal-corrections/permissions.ts';
import {
  CORRECTION_STATES,
  type PersonalCorrectionFile,
} from '../../requests/personal-corrections/personal-correction.ts';
import {
  type CorrectionLine,
  countCorrections,
  listCorrections,
  maskedNameOfCorrection,
} from '../../requests/store/personal-corrections/lists.ts';
import { findCorrection, NO_SUCH_CORRECTION } from '../../requests/store/personal-corrections/stairs.ts';
import { civilDateAt, yearOf } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import { agencyNames, agencyTerms } from '../agency-names.ts';
import type { CorrectionFileView, CorrectionLineView, CorrectionPage } from '../contract/personal-corrections.ts';
import { handOf } from '../people/hand-of.ts';
import { enter, type Officer, termsOf } from '../reach.ts';
import { proofFilesView } from './proof-files-view.ts';

const PAGE_SIZE = 50;

export async function correctionPage(officer: Officer, page: number, house: House): Promise<CorrectionPage | Refusal> {
  const agencies = enter('requests', officer);
  if (isRefusal(agencies)) return agencies;
  const today = civilDateAt(house.now());
  const nameOf = await agencyNames(house.db);
  const lines = await listCorrections(house.db, agencies, { number: page, size: PAGE_SIZE });
  const { total, received, answered } = await countCorrections(house.db, agencies, yearOf(today));
  return {
    today,
    lines: lines.map((line) => lineView(line, house, nameOf)),
    total,
    pageSize: PAGE_SIZE,
    figures: [
      { term: '本年收到', count: received },
      ...CORRECTION_OUTCOME_NAMES.map((name) => ({
        term: CORRECTION_OUTCOMES[name].term,
        count: answered[name] ?? 0,
      })),
    ],
    agencies: agencyTerms(agenciesToRegisterAt(officer), nameOf),
    channels: terms(CORRECTION_CHANNELS),
    applicantKinds: terms(APPLICANT_KINDS),
  };
}

const terms = (table: Readonly<Record<string, { readonly term: string }>>) =>
  Object.entries(table).map(([name, { term }]) => ({ name, term }));

function lineView(
  { correction, facts, maskedName }: CorrectionLine,
  house: House,
  nameOf: (agencyId: string) => string,
): CorrectionLineView {
  const { due, light, late, workdaysLeft } = correctionClock(
    { correction, facts },
    civilDateAt(house.now()),
    house.calendar(),
  );
  return {
    id: correction.id,
    number: correction.number,
    agency: nameOf(correction.agencyId),
    record: correction.record,
    maskedName,
    receivedOn: correction.receivedOn,
    state: CORRECTION_STATES[correction.state].term,
    outcome: correction.outcome && CORRECTION_OUTCOMES[correction.outcome].term,
    light,
    dueOn: due,
    workdaysLeft,
    late,
  };
}

/** A file out of the officer's reach is as if it were not there. */
export async function correctionFor(
  officer: Officer,
  id: string,
  { db }: Pick<House, 'db'>,
): Promise<PersonalCorrectionFile | Refusal> {
  const agencies = enter('requests', officer);
  if (isRefusal(agencies)) return agencies;
  const file = await findCorrection(db, id);
  return file && agencies.includes(file.correction.agencyId) ? file : NO_SUCH_CORRECTION;
}

export async function correctionView(
  officer: Officer,
  id: string,
  { house, keys }: { readonly house: House; readonly keys: Pick<KeyRing, 'open'> },
): Promise<CorrectionFileView | Refusal> {
  const file = await correctionFor(officer, id, house);
  if (isRefusal(file)) return file;
  const { correction, facts } = file;
  const maskedName = (await maskedNameOfCorrection(house.db, id)) ?? '（已删除）';
  const names = await namesOfOfficers(house.db, [...new Set(facts.map(({ by }) => by))]);
  const today = civilDateAt(house.now());
  const { provisional, steps } = correctionClock(file, today, house.calendar());
  return {
    seen: facts.length,
    today,
    line: lineView({ ...file, maskedName }, house, await agencyNames(house.db)),
    channel: CORRECTION_CHANNELS[correction.channel].term,
    applicantKind: APPLICANT_KINDS[correction.applicantKind].term,
    wrong: correction.wrong,
    proof: correction.proof,
    proofFiles: await proofFilesView(officer, file, { house, keys }),
    provisional,
    steps,
    verbs: CORRECTION_ACT_VERBS.map((verb) => {
      const { term, causes, roles } = CORRECTION_VERBS[verb];
      const permission = permitCorrection(officer, verb, file);
      const why = permission.allowed ? null : permission.refusal.says;
      return { verb, term, basis: CORRECTION_BASIS, allowed: why === null, why, causes, roles: termsOf(roles) };
    }),
    settled: correction.state === 'archived' ? settledOf(file) : null,
    history: facts.map((fact) => ({
      n: fact.n,
      on: fact.on,
      what: CORRECTION_FACT_TERMS[fact.type],
      particulars: particularsOf(fact),
      by: handOf(fact, names),
      recordedAt: fact.recordedAt,
      letters: (fact.letters ?? []).map(({ kind, number }) => ({
        kind,
        term: CORRECTION_LETTERS[kind as CorrectionLetterName].term,
        number,
      })),
    })),
    outcomes: CORRECTION_OUTCOME_NAMES.map((name) => {
      const { term, hint, names: asks } = CORRECTION_OUTCOMES[name];
      return { name, term, hint, names: asks };
    }),
    identityReasons: terms(IDENTITY_REASONS),
    mayOpenIdentity: permitIdentity(officer, correction.agencyId).allowed,
  };
}

function settledOf({ correction: { outcome, repliedOn }, facts }: PersonalCorrectionFile) {
  const days = {
    作出决定: lastCorrectionFact(facts, 'decided')?.on,
    送出答复: repliedOn,
    申请人收到答复: receivedOn(facts),
    归档: lastCorrectionFact(facts, 'archived')?.on,
  };
  return [
    ...(outcome ? [{ term: '处理结果', text: CORRECTION_OUTCOMES[outcome].term }] : []),
    ...Object.entries(days).flatMap(([term, text]) => (text ? [{ term, text }] : [])),
  ];
}

function particularsOf(fact: CorrectionFact) {
  const told: readonly (readonly [string, string])[] = (() => {
    switch (fact.type) {
      case 'proofAsked':
        return [
          ['需要的证据', fact.what],
          ['提交日期', fact.until],
        ];
      case 'proofReceived':
        return [['证据', fact.what]];
      case 'decided':
        return [
          ['处理结果', CORRECTION_OUTCOMES[fact.outcome].term],
          ['事实和理由', fact.why],
          ['有权机关', fact.to],
        ];
      case 'served':
        return [
          ['送达', carriedBy(fact)],
          ['凭证', fact.evidence],
        ];
      default:
        return [];
    }
  })();
  return told.filter(([, text]) => text !== '').map(([term, text]) => ({ term, text }));
}

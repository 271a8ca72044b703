/** 咨询诉求 on screen: the list and one letter. Who wrote is not here; it is opened on purpose. */

import { LETTER_KINDS, LETTER_STATES, type LetterFile } from '../../interaction/citizen-letters/citizen-letter.ts';
import { type LetterClock, letterClock } from '../../interaction/citizen-letters/clock.ts';
import { LETTER_FACT_TERMS, type LetterFact, lastOfLetter } from '../../interaction/citizen-letters/facts.ts';
import { proposeMasked, seenIn } from '../../interaction/citizen-letters/masking.ts';
import {
  LETTER_BASIS,
  LETTER_VERB_NAMES,
  LETTER_VERBS,
  permitLetterVerb,
} from '../../interaction/citizen-letters/permissions.ts';
import { LETTER_REFUSALS } from '../../interaction/citizen-letters/refusals.ts';
import { type LetterLine, listLetters, maskedWriter } from '../../interaction/store/letter-lists.ts';
import { findLetterFile, NO_SUCH_LETTER } from '../../interaction/store/letter-stairs.ts';
import { holds, permitInSome } from '../../people/actor.ts';
import type { RoleName } from '../../people/role.ts';
import { listAgencies, namesOfOfficers } from '../../people/store.ts';
import type { House } from '../../perform.ts';
import { IDENTITY_REASONS } from '../../requests/identity-reasons.ts';
import { civilDateAt } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import { agencyNames } from '../agency-names.ts';
import type { CitizenLetterLine, CitizenLetterPage, CitizenLetterView } from '../contract/citizen-letters.ts';
import { handOf } from '../people/hand-of.ts';
import { enterWith, type Officer, termsOf } from '../reach.ts';
import { letterSettled } from '../requests/settled.ts';
import type { CitizenLetterQuery } from './citizen-letter-schemas.ts';

const PAGE_SIZE = 50;
export const LETTER_READERS: readonly RoleName[] = ['handler', 'officeHead', 'signatory', 'publisher', 'auditor'];

export const VETO_TERMS: Readonly<Record<LetterClock['veto'], string | null>> = {
  none: null,
  yellow: '已满 60 天没有答复',
  orange: '已满 80 天没有答复',
  red: '已满 90 天没有答复',
  over: '超过三个月没有答复，构成单项否决',
};

export async function letterPage(
  officer: Officer,
  { page = 1, which = 'open' }: CitizenLetterQuery,
  house: House,
): Promise<CitizenLetterPage | Refusal> {
  const agencies = enterWith(LETTER_READERS, officer);
  if (isRefusal(agencies)) return agencies;
  const nameOf = await agencyNames(house.db);
  const { lines, total } = await listLetters(house.db, agencies, which, { number: page, size: PAGE_SIZE });
  return { lines: lines.map((line) => letterLine(line, house, nameOf)), total, pageSize: PAGE_SIZE };
}

function letterLine(letter: LetterLine, house: House, nameOf: (agencyId: string) => string): CitizenLetterLine {
  const { due, light, late, workdaysLeft, veto } = letterClock({ letter }, civilDateAt(house.now()), house.calendar());
  return {
    id: letter.id,
    number: letter.queryNumber,
    agency: nameOf(letter.agencyId),
    kind: LETTER_KINDS[letter.kind].term,
    title: letter.title,
    maskedName: letter.maskedName,
    receivedOn: letter.receivedOn,
    state: LETTER_STATES[letter.state],
    light,
    dueOn: due,
    workdaysLeft,
    late,
    veto: VETO_TERMS[veto],
  };
}

/** A letter out of the officer's reach is as if it were not there. */
export async function letterFor(
  officer: Officer,
  id: string,
  { db }: Pick<House, 'db'>,
): Promise<LetterFile | Refusal> {
  const agencies = enterWith(LETTER_READERS, officer);
  if (isRefusal(agencies)) return agencies;
  const file = await findLetterFile(db, id);
  return file && agencies.includes(file.letter.agencyId) ? file : NO_SUCH_LETTER;
}

export async function letterView(officer: Officer, id: string, house: House): Promise<CitizenLetterView | Refusal> {
  const file = await letterFor(officer, id, house);
  if (isRefusal(file)) return file;
  const { letter, facts } = file;
  const nameOf = await agencyNames(house.db);
  const names = await namesOfOfficers(house.db, [...new Set(facts.map(({ by }) => by))]);
  const maskedName = (await maskedWriter(house.db, id)) ?? '（已删除）';
  const draft = lastOfLetter(facts, 'drafted')?.text ?? '';
  const whole = { title: letter.title, body: letter.body, answer: draft };
  return {
    seen: facts.length,
    line: letterLine({ ...letter, maskedName }, house, nameOf),
    body: letter.body,
    mayPublish: letter.mayPublish,
    steps: letterClock(file, civilDateAt(house.now()), house.calendar()).steps,
    // What belongs to another time is no step.
    verbs: LETTER_VERB_NAMES.filter((verb) => LETTER_VERBS[verb].from.includes(letter.state)).map((verb) => {
      const { term, causes, roles } = LETTER_VERBS[verb];
      const permission = permitInSome(officer, (as) => permitLetterVerb(as, verb, file));
      const why = permission.allowed ? null : permission.refusal.says;
      return { verb, term, basis: LETTER_BASIS, allowed: why === null, why, causes, roles: termsOf(roles) };
    }),
    settled: letterSettled(file),
    history: facts.map((fact) => ({
      n: fact.n,
      on: fact.on,
      what: LETTER_FACT_TERMS[fact.type],
      by: fact.by === 'public' ? '写信人' : handOf(fact, names),
      says: particularsOf(fact, nameOf),
    })),
    draft,
    proposed: {
      title: proposeMasked(whole.title),
      body: proposeMasked(whole.body),
      answer: proposeMasked(whole.answer),
    },
    found: seenIn(whole),
    published: letter.published,
    refusals: Object.entries(LETTER_REFUSALS).map(([name, one]) => ({ name, ...one })),
    agencies: (await listAgencies(house.db))
      .filter(({ id: agency }) => agency !== letter.agencyId)
      .map(({ id: name, name: term }) => ({ name, term })),
    identityReasons: Object.entries(IDENTITY_REASONS).map(([name, { term }]) => ({ name, term })),
    mayOpenIdentity: (['handler', 'officeHead'] as const).some((role) => holds(officer, role, letter.agencyId)),
  };
}

function particularsOf(fact: LetterFact, nameOf: (agencyId: string) => string): string {
  switch (fact.type) {
    case 'accepted':
      return fact.simple ? '简单常见问题' : '';
    case 'refused':
      return `${LETTER_REFUSALS[fact.reason].term}：${fact.where}`;
    case 'transferred':
      return `由${nameOf(fact.from)}转${nameOf(fact.to)}：${fact.why}`;
    case 'drafted':
      return fact.text;
    case 'checked':
      return [fact.passed ? '通过' : '退回', fact.opinion].filter((text) => text !== '').join('：');
    case 'withdrawn':
      return fact.why;
    case 'rated':
      return [`${fact.score} 分`, fact.says].filter((text) => text !== '').join('：');
    default:
      return '';
  }
}

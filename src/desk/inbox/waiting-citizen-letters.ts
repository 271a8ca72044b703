/** 来信的待办 [INT-4]: each that is not answered, with its day and whoever takes the next step. */
import { LETTER_STATES, type LetterState } from '../../interaction/citizen-letters/citizen-letter.ts';
import { letterClock } from '../../interaction/citizen-letters/clock.ts';
import { LETTER_VERBS, permitLetterVerb } from '../../interaction/citizen-letters/permissions.ts';
import { listLetters } from '../../interaction/store/letter-lists.ts';
import { findLetterFile } from '../../interaction/store/letter-stairs.ts';
import type { Holders } from '../../people/store.ts';
import type { House } from '../../perform.ts';
import { civilDateAt } from '../../statute/civil-date.ts';
import { LETTER_READERS, VETO_TERMS } from '../interaction/citizen-letter-view.ts';
import { agenciesWith, type Officer } from '../reach.ts';
import { turnOf, type Waiting, whoMay } from './waiting.ts';

/** More are not open at once in a county. */
const MOST = 200;

const NEXT: Readonly<Partial<Record<LetterState, 'accept' | 'draft' | 'check' | 'answer'>>> = {
  received: 'accept',
  accepted: 'draft',
  drafted: 'check',
  checked: 'answer',
};

export async function citizenLettersThatWait(officer: Officer, holders: Holders, house: House): Promise<Waiting[]> {
  const page = { number: 1, size: MOST };
  const { lines } = await listLetters(house.db, agenciesWith(LETTER_READERS, officer), 'open', page);
  const waiting: Waiting[] = [];
  for (const letter of lines) {
    const file = await findLetterFile(house.db, letter.id);
    const verb = NEXT[letter.state];
    if (!file || !verb) continue;
    const { term, roles } = LETTER_VERBS[verb];
    const { mine, actingFor } = turnOf(officer, (as) => permitLetterVerb(as, verb, file).allowed);
    const clock = letterClock({ letter }, civilDateAt(house.now()), house.calendar());
    waiting.push({
      mine,
      row: {
        actingFor,
        key: `citizen-letters/${letter.id}`,
        path: `/citizen-letters/${letter.id}`,
        what: letter.title,
        forWhom: letter.maskedName,
        number: letter.queryNumber,
        light: clock.light,
        dueOn: clock.due,
        workdaysLeft: clock.workdaysLeft,
        state: VETO_TERMS[clock.veto] ?? LETTER_STATES[letter.state],
        step: term,
        behind: whoMay(roles, holders(roles, letter.agencyId)),
      },
    });
  }
  return waiting;
}

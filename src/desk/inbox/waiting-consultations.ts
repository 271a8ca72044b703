/** 征集调查的待办 [INT-20]: each that is not finished, with its next step; the result is asked for until it is published. */
import type { ConsultationVerb } from '../../interaction/consultations/commands.ts';
import { CONSULTATION_FORMS, isOpen } from '../../interaction/consultations/consultation.ts';
import { CONSULTATION_VERBS, permitConsultationVerb } from '../../interaction/consultations/permissions.ts';
import { type ConsultationLine, listConsultations } from '../../interaction/store/consultation-lists.ts';
import { countUnanswered, findConsultation } from '../../interaction/store/consultation-stairs.ts';
import type { Holders } from '../../people/store.ts';
import type { House } from '../../perform.ts';
import { civilDateAt } from '../../statute/civil-date.ts';
import { agencyNames } from '../agency-names.ts';
import { CONSULTATION_READERS, consultationLine } from '../interaction/consultation-view.ts';
import { agenciesWith, type Officer } from '../reach.ts';
import { turnOf, type Waiting, whoMay } from './waiting.ts';

/** More are not under way at once in a county. */
const MOST = 100;

export async function consultationsThatWait(officer: Officer, holders: Holders, house: House): Promise<Waiting[]> {
  const page = { number: 1, size: MOST };
  const { lines } = await listConsultations(house.db, agenciesWith(CONSULTATION_READERS, officer), 'waiting', page);
  const nameOf = await agencyNames(house.db);
  const waiting: Waiting[] = [];
  for (const consultation of lines) {
    const { verb, says } = await nextOf(consultation, house);
    const file = verb && (await findConsultation(house.db, consultation.id));
    if (!file) continue;
    const { term, roles } = CONSULTATION_VERBS[verb];
    const { mine, actingFor } = turnOf(officer, (as) => permitConsultationVerb(as, verb, file).allowed);
    const line = consultationLine(consultation, consultation.received, house, nameOf);
    const path = `/consultations/${consultation.id}`;
    waiting.push({
      mine,
      row: {
        ...{ actingFor, key: path.slice(1), path, what: line.title, forWhom: line.agency },
        number: CONSULTATION_FORMS[consultation.text.form].term,
        light: line.light,
        ...{ dueOn: line.dueOn, workdaysLeft: line.workdaysLeft },
        state: says ?? line.standing,
        step: term,
        behind: whoMay(roles, holders(roles, consultation.agencyId)),
      },
    });
  }
  return waiting;
}

async function nextOf(
  consultation: ConsultationLine,
  { db, now }: House,
): Promise<{ readonly verb: ConsultationVerb | null; readonly says?: string }> {
  const { id, state, text } = consultation;
  if (state === 'draft') return { verb: 'submit' };
  if (state === 'submitted') return { verb: 'check' };
  if (state === 'summed') return { verb: 'approve' };
  const unanswered = text.form === 'opinions' ? await countUnanswered(db, id) : 0;
  if (unanswered > 0) return { verb: 'reply', says: `${unanswered} 条意见没有答复` };
  return { verb: isOpen(consultation, civilDateAt(now())) ? null : 'summarize' };
}

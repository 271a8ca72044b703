/** 访谈的待办: a notice to be read by a second person, questions nobody has looked at, the interview of the day. */

import type { InterviewVerb } from '../../interaction/interviews/commands.ts';
import { INTERVIEW_STATES, type Interview, type InterviewState } from '../../interaction/interviews/interview.ts';
import { INTERVIEW_VERBS, permitInterviewVerb } from '../../interaction/interviews/permissions.ts';
import { type InterviewLine, listInterviews } from '../../interaction/store/interview-lists.ts';
import { findInterviewFile } from '../../interaction/store/interview-stairs.ts';
import type { Holders } from '../../people/store.ts';
import type { House } from '../../perform.ts';
import { type CivilDate, civilDateAt } from '../../statute/civil-date.ts';
import { INTERVIEW_READERS } from '../interaction/interview-view.ts';
import { agenciesWith, type Officer } from '../reach.ts';
import { turnOf, type Waiting, whoMay } from './waiting.ts';

/** More are not open at once in a county. */
const MOST = 100;
const OPEN: readonly InterviewState[] = ['draft', 'submitted', 'announced', 'live'];

export async function interviewsThatWait(officer: Officer, holders: Holders, house: House): Promise<Waiting[]> {
  const reach = agenciesWith(INTERVIEW_READERS, officer);
  const { lines } = await listInterviews(house.db, reach, { number: 1, size: MOST }, OPEN);
  const today = civilDateAt(house.now());
  const waiting: Waiting[] = [];
  for (const line of lines) {
    const verb = nextStep(line, today);
    const file = verb && (await findInterviewFile(house.db, line.id));
    if (!verb || !file) continue;
    const { term, roles } = INTERVIEW_VERBS[verb];
    const { mine, actingFor } = turnOf(officer, (as) => permitInterviewVerb(as, verb, file).allowed);
    waiting.push({
      mine,
      row: {
        actingFor,
        key: `interviews/${line.id}`,
        path: `/interviews/${line.id}`,
        what: `在线访谈：${line.title}`,
        forWhom: line.guest,
        number: '',
        light: line.plannedOn < today ? 'overdue' : line.plannedOn === today ? 'red' : 'green',
        dueOn: line.plannedOn,
        workdaysLeft: null,
        state:
          line.waiting > 0
            ? `${INTERVIEW_STATES[line.state]}，${line.waiting} 个提问待处理`
            : INTERVIEW_STATES[line.state],
        step: term,
        behind: whoMay(roles, holders(roles, line.agencyId)),
      },
    });
  }
  return waiting;
}

/** What has to be done now; nothing while an announced interview only waits for its day. */
function nextStep(
  { state, waiting, plannedOn }: Pick<Interview, 'state' | 'plannedOn'> & Pick<InterviewLine, 'waiting'>,
  today: CivilDate,
): InterviewVerb | null {
  if (state === 'draft') return 'submit';
  if (state === 'submitted') return 'check';
  if (waiting > 0) return 'admit';
  if (state === 'live') return 'end';
  return plannedOn <= today ? 'begin' : null;
}

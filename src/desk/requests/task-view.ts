/** 协办 in words: for the list and the screen of the agency that was asked. */

import { FACT_TERMS } from '../../requests/facts.ts';
import type { RequestFile } from '../../requests/info-request.ts';
import { particularsOf } from '../../requests/particulars.ts';
import { permitAct } from '../../requests/permissions.ts';
import { mayUse } from '../../requests/request-files.ts';
import type { NamedAttachment } from '../../requests/store/request-files.ts';
import { isOpenTask, TASK_STATES, type Task } from '../../requests/tasks/task.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import { lightOf } from '../../statute/reply-clock/light.ts';
import type { WorkCalendar } from '../../statute/work-calendar.ts';
import { workdaysBetween } from '../../statute/workdays.ts';
import type { AgencyNames } from '../agency-names.ts';
import type { TaskLine, TaskView } from '../contract.ts';
import type { Officer } from '../reach.ts';
import { shownAttachment } from './attachment-view.ts';

export interface TaskScene {
  readonly today: CivilDate;
  readonly calendar: WorkCalendar;
  readonly nameOf: AgencyNames;
}

export function taskLine({ request }: RequestFile, task: Task, { today, calendar, nameOf }: TaskScene): TaskLine {
  return {
    requestId: request.id,
    n: task.n,
    number: request.number,
    from: nameOf(request.agencyId),
    to: nameOf(task.to),
    what: task.what,
    state: TASK_STATES[task.state].term,
    dueOn: task.dueOn,
    workdaysLeft: workdaysBetween(today, task.dueOn, calendar),
    light: lightOf(task.dueOn, TASK_STATES[task.state].waitsFor !== 'asked', today, calendar),
    reminders: task.reminders,
  };
}

export function taskView(
  file: RequestFile,
  task: Task,
  files: readonly NamedAttachment[],
  quarantined: ReadonlyMap<string, string>,
  officer: Officer,
  scene: TaskScene,
): TaskView {
  const may = (verb: 'receiveTask' | 'answerTask') => permitAct(officer, verb, file, { task: task.n }).allowed;
  return {
    ...taskLine(file, task, scene),
    seen: task.facts.at(-1)!.n,
    returnedWhy: task.state === 'returned' ? task.returnedWhy : '',
    steps: task.facts.map((fact) => ({
      on: fact.on,
      what: FACT_TERMS[fact.type],
      particulars: particularsOf(fact, file.facts).filter(({ term }) => term !== '协办机关'),
    })),
    files: files.map((one) => ({
      ...shownAttachment(one, file.facts, quarantined),
      mayClear: false,
      providing: null,
      removable: mayUse(one, file.request.id, officer),
      usable: mayUse(one, file.request.id, officer),
    })),
    mayReceive: task.state === 'sent' && may('receiveTask'),
    mayAnswer: isOpenTask(task) && task.state !== 'answered' && may('answerTask'),
  };
}

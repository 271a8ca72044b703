/**
 * 到期的提醒 [REQ-82, REQ-83]: what the product does by itself about others who owe an answer. It reminds a department two workdays before the day of
 * a task and once it has passed, and notes that the period of an opinion is over. Each once, however long the server was off.
 */
import { SYSTEM } from '../../people/actor.ts';
import { type House, perform } from '../../perform.ts';
import { type CivilDate, civilDateAt } from '../../statute/civil-date.ts';
import { isRefusal } from '../../statute/refusal.ts';
import { addWorkdays } from '../../statute/workdays.ts';
import { tryClock } from '../deadlines.ts';
import { silentConsultations } from '../standing.ts';
import { SOON, taskOf } from '../tasks/task.ts';
import { loadRequestFile } from './request-files.ts';
import { requestStairs } from './stairs.ts';
import { tasksDueBy } from './tasks.ts';

type Keys = Parameters<typeof requestStairs>[0];

/** @returns how many reminders were recorded */
export async function remindTasks(house: House, keys: Keys): Promise<number> {
  const today = civilDateAt(house.now());
  let reminded = 0;
  const day = addWorkdays(today, SOON, house.calendar());
  for await (const { requestId, n } of tasksDueBy(house.db, day)) {
    const file = await loadRequestFile(house.db, requestId);
    const task = file && taskOf(file.facts, n);
    if (!task) continue;
    const stage = today > task.dueOn ? 'late' : 'soon';
    const command = { verb: 'remindTask', requestId, on: today, task: n, stage } as const;
    if (!isRefusal(await perform(house, requestStairs(keys), SYSTEM, command))) reminded += 1;
  }
  return reminded;
}

const BATCH = 200;

/** @returns how many periods were noted */
export async function noteSilences(house: House, keys: Keys): Promise<number> {
  const [today, calendar] = [civilDateAt(house.now()), house.calendar()];
  let noted = 0;
  for (let after = ''; ; ) {
    const batch = await house.db
      .selectFrom('request_facts')
      .innerJoin('info_requests', 'info_requests.id', 'request_facts.request_id')
      .select('info_requests.id')
      .distinct()
      .where('request_facts.type', '=', 'consulted')
      .where('info_requests.closed_on', 'is', null)
      .where('info_requests.id', '>', after)
      .orderBy('info_requests.id')
      .limit(BATCH)
      .execute();
    for (const { id } of batch) noted += await noteSilencesOf(house, keys, id, today, calendar);
    if (batch.length < BATCH) return noted;
    after = batch.at(-1)!.id;
  }
}

async function noteSilencesOf(
  house: House,
  keys: Keys,
  requestId: string,
  today: CivilDate,
  calendar: ReturnType<House['calendar']>,
): Promise<number> {
  const file = await loadRequestFile(house.db, requestId);
  // A record that the clock cannot read is told on its screen; it must not stop the others.
  if (!file || isRefusal(tryClock(file, today, calendar))) return 0;
  const known = new Set(file.facts.flatMap((fact) => (fact.type === 'silenceNoted' ? [fact.consultation] : [])));
  let noted = 0;
  for (const { n } of silentConsultations(file, today, calendar).filter((one) => !known.has(one.n))) {
    const command = { verb: 'noteSilence', requestId, on: today, consultation: n } as const;
    if (!isRefusal(await perform(house, requestStairs(keys), SYSTEM, command))) noted += 1;
  }
  return noted;
}

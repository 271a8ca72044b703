/** 协办的待办: for the department that was asked, its tasks; for who asked, the answers that wait to be accepted. */
import { holds } from '../../people/actor.ts';
import type { RoleName } from '../../people/role.ts';
import type { Holders } from '../../people/store.ts';
import type { House } from '../../perform.ts';
import { loadRequestFile } from '../../requests/store/request-files.ts';
import { openTasksOf, type TaskKey, tasksFor } from '../../requests/store/tasks.ts';
import { isOpenTask, taskOf } from '../../requests/tasks/task.ts';
import { civilDateAt } from '../../statute/civil-date.ts';
import { agencyNames } from '../agency-names.ts';
import { agenciesIn, type Officer } from '../reach.ts';
import { taskLine } from '../requests/task-view.ts';
import { turnOf, type Waiting, whoMay } from './waiting.ts';

const ASKED: readonly RoleName[] = ['liaison'];
const ASKING: readonly RoleName[] = ['handler', 'officeHead'];

export async function tasksThatWait(officer: Officer, holders: Holders, house: House): Promise<Waiting[]> {
  const scene = { today: civilDateAt(house.now()), calendar: house.calendar(), nameOf: await agencyNames(house.db) };
  const waiting: Waiting[] = [];
  const look = async (keys: readonly TaskKey[], ours: boolean) => {
    for (const { requestId, n } of keys) {
      const file = await loadRequestFile(house.db, requestId);
      const task = file && taskOf(file.facts, n);
      // What was answered waits for who asked, the rest for who was asked.
      if (!file || !task || !isOpenTask(task) || (task.state === 'answered') !== ours) continue;
      const { request } = file;
      const [roles, agencyId] = ours ? [ASKING, request.agencyId] : [ASKED, task.to];
      const line = taskLine(file, task, scene);
      const { mine, actingFor } = turnOf(officer, (as) => roles.some((role) => holds(as, role, agencyId)));
      waiting.push({
        mine,
        row: {
          actingFor,
          key: `tasks/${requestId}/${n}`,
          path: ours ? `/requests/${requestId}` : `/tasks/${requestId}/${n}`,
          what: task.what,
          forWhom: ours ? line.to : line.from,
          number: request.number,
          light: line.light,
          dueOn: line.dueOn,
          workdaysLeft: line.workdaysLeft,
          state: line.state,
          step: ours ? '确认协办结果' : '回复协办',
          behind: whoMay(roles, holders(roles, agencyId)),
        },
      });
    }
  };
  await look(await tasksFor(house.db, agenciesIn('tasks', officer)), false);
  await look(await openTasksOf(house.db, agenciesIn('requests', officer)), true);
  return waiting;
}

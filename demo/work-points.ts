/** 工作要点: the list of the year that is told, all done, and this year's with every standing there is. */
import type { Actor } from '../src/people/actor.ts';
import { addDays, type CivilDate, civil, latest, yearOf } from '../src/statute/civil-date.ts';
import { listPointStairs, pointStairs } from '../src/supervision/store/work-point-stairs.ts';
import { COUNTY } from './county.ts';
import { type Act, momentOf } from './replay.ts';

const OPEN = '一、深化主动公开';
const READ = '二、加强解读和回应';
const CARE = '三、夯实基础工作';

interface Point {
  readonly heading: string;
  readonly title: string;
  readonly basis: string;
  readonly ownerId: string;
}

const points = (heading: string, ...lines: readonly (readonly [string, string, string])[]): Point[] =>
  lines.map(([ownerId, basis, title]) => ({ heading, title, basis, ownerId }));

const LIST: readonly Point[] = [
  ...points(
    OPEN,
    ['office', '《示例县政务公开工作要点》第1条', '修订政府信息公开目录和指南，半年核对一次'],
    ['finance', '《示例县政务公开工作要点》第2条', '部门预算、决算和“三公”经费在批复后二十日内公开'],
    ['education', '《示例县政务公开工作要点》第3条', '义务教育招生范围、条件和结果按时公开'],
    ['transport', '《示例县政务公开工作要点》第4条', '公路建设项目审批、招标、验收信息全过程公开'],
  ),
  ...points(
    READ,
    ['office', '《示例县政务公开工作要点》第5条', '以县政府名义印发的政策性文件全部配发解读，图文解读不少于一半'],
    ['market', '《示例县政务公开工作要点》第6条', '食品安全抽检结果每月公布，回应群众关切'],
    ['civil-affairs', '《示例县政务公开工作要点》第7条', '社会救助对象和标准按季度公开'],
  ),
  ...points(
    CARE,
    ['office', '《示例县政务公开工作要点》第8条', '组织政务公开业务培训，覆盖各部门、各乡镇联络员'],
    ['qingshi', '《示例县政务公开工作要点》第9条', '建成乡镇政务公开专区，可以查询、申请、打印'],
  ),
];

/** @param head of the whole county, so that he may report for every owner */
export function yearOfPoints(head: Actor): Act[] {
  return LIST.flatMap((point, n) => {
    const dueOn = civil(`2024-${String(6 + (n % 6)).padStart(2, '0')}-28`);
    return pointActs(
      point,
      { year: 2024, dueOn, listedOn: civil('2024-03-01'), doneOn: addDays(dueOn, -5), begun: true },
      head,
    );
  });
}

/** Days from today: when it is due; when it was done, null where it is not; whether anything was written of it. */
const STANDINGS: readonly (readonly [due: number, done: number | null, begun: boolean])[] = [
  [-40, -45, true],
  [-20, -14, true],
  [-9, null, true],
  [3, null, true],
  [12, null, false],
  [30, null, true],
  [34, null, false],
  [-60, -61, true],
  [45, null, false],
];

export function pointsOfToday(today: CivilDate, head: Actor): Act[] {
  const year = yearOf(today);
  const first = civil(`${year}-01-01`);
  return LIST.flatMap((point, n) => {
    const [due, done, begun] = STANDINGS[n]!;
    const dueOn = latest(addDays(today, due), first);
    const doneOn = done === null ? null : addDays(today, done);
    return pointActs(point, { year, dueOn, listedOn: addDays(today, -90), doneOn, begun }, head);
  });
}

interface Course {
  readonly year: number;
  readonly listedOn: CivilDate;
  readonly dueOn: CivilDate;
  readonly doneOn: CivilDate | null;
  readonly begun: boolean;
}

function pointActs(point: Point, { year, listedOn, dueOn, doneOn, begun }: Course, head: Actor): Act[] {
  let pointId = '';
  const act = (day: CivilDate, run: Act['run']): Act => ({ at: momentOf(day, 11 * 60), run });
  const title = `${point.title.slice(0, 12)}的公开页面`;
  return [
    act(listedOn, async (stage) => {
      const command = { verb: 'listPoint', agencyId: COUNTY, year, dueOn, ...point } as const;
      pointId = (await stage.perform(listPointStairs, head, command)).id;
    }),
    ...(begun
      ? [
          act(addDays(listedOn, 20), async (stage) => {
            const says = '已经制定分工和时间表，正在收集各单位的材料。';
            await stage.perform(pointStairs, head, { verb: 'progress', pointId, says });
          }),
        ]
      : []),
    ...(doneOn
      ? [
          act(doneOn, async (stage) => {
            await stage.perform(pointStairs, head, { verb: 'proveByLink', pointId, title, address: '/publications' });
            await stage.perform(pointStairs, head, {
              verb: 'complete',
              pointId,
              says: '已经按要点完成，公开页面可以核对。',
            });
          }),
        ]
      : []),
  ];
}

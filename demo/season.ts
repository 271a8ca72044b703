/**
 * 以后各年的年报: each year that is over since the one that is told has its season — every department compiles, hands up and publishes its report in
 * January, the county accepts, compiles the sum and publishes in March.
 */
import type { NarrativeSection } from '../src/annual-report/report.ts';
import { handUpStairs } from '../src/annual-report/store/hand-up-stairs.ts';
import { reportStairs } from '../src/annual-report/store/stairs.ts';
import type { Actor } from '../src/people/actor.ts';
import type { Agency } from '../src/people/agency.ts';
import { addDays, type CivilDate, civil, yearOf } from '../src/statute/civil-date.ts';
import { AGENCIES, COUNTY } from './county.ts';
import { decisionActs } from './decisions.ts';
import { type Act, momentOf } from './replay.ts';

interface Reporting {
  /** Compiles. */
  readonly reporter: Actor;
  /** Accepts what departments hand up. */
  readonly head: Actor;
  readonly signatory: Actor;
}

/** The year whose report closes the one that is told. */
const TOLD = 2024;

/** Grows a little each year, so that years can be compared. */
const percentOf = (year: number) => 100 + 3 * (year - TOLD);

export function laterSeasons(today: CivilDate, cast: Reporting): Act[] {
  const over = Array.from({ length: yearOf(today) - TOLD }, (_, i) => TOLD + 1 + i);
  return over.filter((year) => today > `${year + 1}-03-31`).flatMap((year) => season(year, cast));
}

function season(year: number, cast: Reporting): Act[] {
  const departments = AGENCIES.filter(({ id }) => id !== COUNTY);
  const county = AGENCIES.find(({ id }) => id === COUNTY)!;
  return [
    ...decisionActs(year, percentOf(year)),
    ...departments.flatMap((agency, n) => departmentActs(agency, year, addDays(civil(`${year + 1}-01-06`), n), cast)),
    ...reportActs(county, year, civil(`${year + 1}-03-02`), cast),
  ];
}

/** 编制、定稿、报送、接收、公布. */
function departmentActs(agency: Agency, year: number, day: CivilDate, cast: Reporting): Act[] {
  let handUpId = '';
  return [
    ...reportActs(agency, year, day, cast),
    {
      at: momentOf(addDays(day, 1), 9 * 60),
      run: async (stage) => {
        const command = { verb: 'handUp', agencyId: agency.id, year, why: '' } as const;
        handUpId = (await stage.perform(handUpStairs, cast.reporter, command)).id;
      },
    },
    {
      at: momentOf(addDays(day, 1), 15 * 60),
      run: async (stage) => {
        await stage.perform(handUpStairs, cast.head, { verb: 'accept', handUpId });
      },
    },
  ];
}

function reportActs({ id: agencyId, name }: Agency, year: number, day: CivilDate, cast: Reporting): Act[] {
  let reportId = '';
  const act = (after: number, run: Act['run']): Act => ({ at: momentOf(addDays(day, after), 10 * 60), run });
  return [
    act(0, async (stage) => {
      reportId = (await stage.perform(reportStairs, cast.reporter, { verb: 'open', agencyId, year })).id;
      const narrative = narrativeOf(name, year);
      await stage.perform(reportStairs, cast.reporter, { verb: 'write', reportId, narrative });
      await stage.perform(reportStairs, cast.reporter, { verb: 'freeze', reportId });
    }),
    act(2, async (stage) => {
      await stage.perform(reportStairs, cast.signatory, { verb: 'publish', reportId });
    }),
  ];
}

function narrativeOf(name: string, year: number): NarrativeSection[] {
  return [
    {
      heading: '一、总体情况',
      text: `本报告依据《中华人民共和国政府信息公开条例》编制，统计期限自${year}年1月1日起至${year}年12月31日止。`,
    },
    {
      heading: '（一）主动公开情况',
      text: `${name}全年通过县政府门户网站发布政府信息{published.items}条，法定主动公开内容按栏目及时更新。`,
    },
    {
      heading: '（二）依申请公开情况',
      text:
        '全年新收政府信息公开申请{requests.received}件，上年结转{requests.carriedIn}件，办结{requests.closed}件，' +
        '结转下年度继续办理{requests.carriedOut}件。因政府信息公开引起的行政复议{review.total}件，行政诉讼{litigation.total}件。',
    },
    {
      heading: '（三）政府信息管理情况',
      text: '公文拟制时同步确定公开属性，公开前经过保密审查。全年制发行政规范性文件{normative.made}件，废止{normative.repealed}件，现行有效{normative.valid}件。',
    },
    { heading: '（四）政府信息公开平台建设情况', text: '信息统一在县政府门户网站公开，专人维护，页面可以检索、下载。' },
    {
      heading: '（五）监督保障情况',
      text: '参加全县业务培训，接受社会评议，考核结果已经通报。本年没有责任追究的情形。',
    },
    {
      heading: '五、存在的主要问题及改进情况',
      text: '主要问题：个别栏目更新不够及时。改进情况：逐个栏目确定责任人和更新周期，到期由系统提醒。',
    },
    { heading: '六、其他需要报告的事项', text: `${year}年，未发出信息处理费收费通知，未收取信息处理费。` },
  ];
}

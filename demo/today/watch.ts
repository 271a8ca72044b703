/**
 * 监测整改 of these weeks: the county's own portal and what a round found on it, one ticket over its day and one that was reported as mended and waits for
 * the machine. The round of that day is told; as soon as the portal stands the next one is walked, as everywhere: it meets the dead links of two articles again,
 * and what else it finds is found.
 */
import { type Actor, SYSTEM } from '../../src/people/actor.ts';
import type { CivilDate } from '../../src/statute/civil-date.ts';
import type { FindingKindName } from '../../src/supervision/finding-kinds.ts';
import type { SeenMark } from '../../src/supervision/reconcile.ts';
import { ticketsOfSite } from '../../src/supervision/store/findings.ts';
import { roundStairs, siteStairs, ticketStairs } from '../../src/supervision/store/stairs.ts';
import { OFFICE } from '../county.ts';
import { type Act, momentOf, type Stage } from '../replay.ts';

/** In the county's own network, which the watch does not enter unless it is listed: what stands here waits for the machine as long as one likes to look. */
const INSIDE = 'http://10.20.1.15';

export function watchActs(
  portal: string,
  ago: (workdays: number) => CivilDate,
  { head, handler }: { readonly head: Actor; readonly handler: Actor },
): Act[] {
  let siteId = '';
  const at = (path: string) => new URL(path, portal).href;
  const mark = (kind: FindingKindName, url: string, detail: string, says: string, source = '/'): SeenMark => ({
    ...{ kind, url, detail, says, sources: [at(source)] },
  });
  const marks: readonly SeenMark[] = [
    mark('deadLink', at('/old/2019/traffic.html'), '', '返回 404，不存在。', '/guide'),
    mark('deadLink', at('/old/2018/school-districts.html'), '', '返回 404，不存在。', '/catalogue'),
    mark('metaTags', portal, 'ColumnKeywords', '缺少网页标签 ColumnKeywords。'),
    mark(
      'perhapsPersonal',
      at('/old/2020/relief.html'),
      '手机号码',
      '正文里有像手机号码的 11 位数字 1 处。',
      '/catalogue',
    ),
    mark('slowPage', `${INSIDE}/service`, '', '打开用了 4.8 秒，再看一次用了 5.1 秒。', '/guide'),
  ];
  const act = (workdays: number, hour: number, run: (stage: Stage) => Promise<unknown>): Act => ({
    at: momentOf(ago(workdays), hour * 60),
    run: async (stage) => void (await run(stage)),
  });
  const ticketOf = async ({ tx }: Stage, kind: FindingKindName) =>
    (await ticketsOfSite(tx, siteId)).find((ticket) => ticket.kind === kind)!.id;
  return [
    act(9, 9, async (stage) => {
      const site = { agencyId: OFFICE, name: '示例县人民政府门户网站', address: portal, own: true } as const;
      siteId = (await stage.perform(siteStairs, head, { verb: 'listSite', ...site })).id;
    }),
    act(9, 11, (stage) => {
      const seen = { marks, notLooked: new Set<string>() };
      return stage.perform(roundStairs, SYSTEM, { verb: 'keepRound', siteId, roundId: 'demo', seen });
    }),
    act(8, 9, async (stage) => {
      const ticketId = await ticketOf(stage, 'deadLink');
      return stage.perform(ticketStairs, head, { verb: 'assign', ticketId, officerId: handler.id });
    }),
    act(2, 16, async (stage) => {
      const ticketId = await ticketOf(stage, 'slowPage');
      const says = '办事查询已经移到新的服务器，试了三次都在一秒以内。';
      return stage.perform(ticketStairs, handler, { verb: 'reportFixed', ticketId, says });
    }),
  ];
}

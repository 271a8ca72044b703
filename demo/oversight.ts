/** 监督保障 of the year: an assessment, a public review, and a complaint that was found true and mended. */
import type { Actor } from '../src/people/actor.ts';
import { civil } from '../src/statute/civil-date.ts';
import type { OversightKind } from '../src/supervision/accountability/oversight.ts';
import { complaintStairs, oversightStairs } from '../src/supervision/store/accountability.ts';
import { COUNTY } from './county.ts';
import { type Act, momentOf } from './replay.ts';

const RECORDS: readonly (readonly [string, OversightKind, string, string])[] = [
  ['2024-07-05', 'guidance', '政务公开工作季度督查', '督促3个部门补齐到期没有更新的栏目，全部按期改正。'],
  ['2024-11-15', 'publicReview', '政务公开社会评议', '向群众代表发放问卷120份，满意和基本满意的占96%。'],
  ['2024-12-20', 'assessment', '2024年度政务公开工作考核', '考核结果纳入部门年度综合考核，优秀6个，合格22个。'],
];

export function oversightActs(head: Actor): Act[] {
  const own = { agencyId: COUNTY, aboutId: COUNTY } as const;
  let complaintId = '';
  return [
    ...RECORDS.map(
      ([day, kind, title, result]): Act => ({
        at: momentOf(day, 16 * 60),
        run: async (stage) => {
          await stage.perform(oversightStairs, head, { verb: 'record', ...own, kind, on: civil(day), title, result });
        },
      }),
    ),
    {
      at: momentOf('2024-04-08', 10 * 60),
      run: async (stage) => {
        const about = { agencyId: COUNTY, aboutId: 'civil-affairs', ground: 'notPublished' } as const;
        const says = '2024年一季度临时救助名单没有按季度公开。';
        const command = { verb: 'receive', ...about, receivedOn: civil('2024-04-08'), says } as const;
        complaintId = (await stage.perform(complaintStairs, head, command)).id;
      },
    },
    {
      at: momentOf('2024-04-24', 15 * 60),
      run: async (stage) => {
        const answer = '经查属实。县民政局已于4月19日补充公开，并说明了迟延的原因。';
        const result = { verdict: 'founded', measure: 'urged', answer } as const;
        await stage.perform(complaintStairs, head, { verb: 'answerComplaint', complaintId, ...result });
      },
    },
  ];
}

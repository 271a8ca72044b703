/** 审理中的复议: cases that lie on the desks when a newcomer first looks, against replies of these weeks. Days are workdays before loading. */
import type { RequestId } from '../../src/requests/info-request.ts';
import type { RemedyStep } from '../../src/requests/remedies/remedy.ts';
import { remedyStairs } from '../../src/requests/store/remedies.ts';
import type { CivilDate } from '../../src/statute/civil-date.ts';
import type { Cast } from '../applications/play.ts';
import { COUNTY } from '../county.ts';
import { type Act, momentOf } from '../replay.ts';

type Unaddressed<Step> = Step extends RemedyStep ? Omit<Step, 'remedyId'> : never;

interface OpenRemedy {
  /** What the application wanted whose reply is contested. */
  readonly wanted: string;
  readonly caseNumber: string;
  readonly ago: number;
  readonly steps: (ago: (workdays: number) => CivilDate) => readonly Unaddressed<RemedyStep>[];
}

const OPEN_REMEDIES: readonly OpenRemedy[] = [
  {
    wanted: '全县公租房分配结果',
    caseNumber: '示复〔今年〕71号',
    ago: 5,
    steps: (ago) => [{ verb: 'recordNotice', on: ago(3), procedure: 'simplified' }],
  },
  {
    wanted: '清河大桥检测报告',
    caseNumber: '示复〔今年〕66号',
    ago: 16,
    steps: (ago) => [
      { verb: 'recordNotice', on: ago(15), procedure: 'simplified' },
      { verb: 'recordAnswer', on: ago(11), evidence: '复议机关签收回执' },
      {
        verb: 'recordResult',
        closedOn: ago(4),
        receivedOn: ago(2),
        conclusion: 'reviewRevoked',
        orders: true,
      },
    ],
  },
];

export function openRemedyActs(
  ago: (workdays: number) => CivilDate,
  cast: Cast,
  files: ReadonlyMap<string, RequestId>,
): Act[] {
  return OPEN_REMEDIES.flatMap(({ wanted, caseNumber, ago: n, steps }) => {
    let remedyId = '';
    const filedOn = ago(n);
    return [
      {
        at: momentOf(filedOn, 15 * 60),
        run: async (stage) => {
          const remedy = await stage.perform(remedyStairs, cast.head, {
            verb: 'recordRemedy',
            agencyId: COUNTY,
            requestId: files.get(wanted)!,
            kind: 'review',
            caseNumber: caseNumber.replace('今年', filedOn.slice(0, 4)),
            body: '示例市人民政府',
            filedOn,
          });
          remedyId = remedy.id;
        },
      },
      ...steps(ago).map(
        (step): Act => ({
          at: momentOf(step.verb === 'recordResult' ? (step.receivedOn ?? step.closedOn) : step.on, 15 * 60 + 10),
          run: async (stage) => {
            await stage.perform(remedyStairs, cast.head, { ...step, remedyId } as RemedyStep);
          },
        }),
      ),
    ];
  });
}

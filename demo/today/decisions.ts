/** 双公示: licences and punishments of these weeks, registered by one officer and shown by another; some wait, one was taken back. */
import { creditCodeFrom } from '../../src/enforcement/decisions/credit-code.ts';
import { DECISION_FIELDS, type DecisionKindName } from '../../src/enforcement/decisions/fields.ts';
import { readDecisions } from '../../src/enforcement/decisions/read-decisions.ts';
import { decisionStairs } from '../../src/enforcement/store/decisions.ts';
import type { Actor } from '../../src/people/actor.ts';
import type { KeyRing } from '../../src/platform/key-file.ts';
import type { CivilDate } from '../../src/statute/civil-date.ts';
import { type Act, momentOf } from '../replay.ts';

interface Told {
  /** Workdays before today. */
  readonly ago: number;
  readonly said: Readonly<Record<string, string>>;
}

const AGENCY = 'market';
const OFFICE_NAME = '示例县市场监督管理局';
const SHOWN_AGO = 3;

function creditCode(serial: number): string {
  return creditCodeFrom(`91999999MA0${String(serial).padStart(5, '0')}`);
}

const OFFICE_CODE = creditCode(90_001);

function firm(prefix: 'XK' | 'CF', name: string, serial: number): Record<string, string> {
  return {
    [`${prefix}_XDR_MC`]: name,
    [`${prefix}_XDR_LB`]: '法人及非法人组织',
    [`${prefix}_XDR_SHXYM`]: creditCode(serial),
  };
}

/** Passports that nobody has: an identity number would be somebody's. */
function person(prefix: 'XK' | 'CF', name: string, serial: number): Record<string, string> {
  return {
    ...{ [`${prefix}_XDR_MC`]: name, [`${prefix}_XDR_LB`]: '自然人' },
    ...{ [`${prefix}_XDR_ZJLX`]: '护照', [`${prefix}_XDR_ZJHM`]: `DEMO${String(serial).padStart(5, '0')}` },
  };
}

const licence = (ago: number, party: Record<string, string>, paper: string, says: string): Told => ({
  ago,
  said: { ...party, XK_XKWS: paper, XK_XKLB: '普通', XK_NR: says, XK_YXQZI: '2099-12-31', XK_ZT: '1' },
});

const LICENCES: readonly Told[] = [
  licence(12, firm('XK', '示例县清泉饮用水有限公司', 1), '食品生产许可决定书', '准予生产包装饮用水。'),
  licence(11, firm('XK', '示例县丰收粮油购销有限公司', 2), '食品经营许可决定书', '准予预包装食品销售。'),
  licence(10, person('XK', '示例某甲', 1), '食品小作坊登记决定书', '准予登记豆制品小作坊。'),
  licence(8, firm('XK', '示例县安达电梯维修有限公司', 3), '特种设备安装改造修理许可决定书', '准予电梯修理。'),
  licence(4, firm('XK', '示例县康源大药房有限公司', 4), '药品经营许可决定书', '准予药品零售。'),
  licence(2, firm('XK', '示例县草原肉业有限公司', 5), '食品生产许可变更决定书', '准予变更生产地址。'),
  licence(1, person('XK', '示例某乙', 2), '食品经营许可决定书', '准予餐饮服务，限定品种。'),
];

const punishment = (
  ago: number,
  party: Record<string, string>,
  [kind, facts, law]: readonly string[],
  fine: string,
): Told => ({
  ago,
  said: {
    ...{ ...party, CF_WFXW: kind!, CF_SY: facts!, CF_YJ: law!, CF_CFLB: '罚款' },
    ...{ CF_NR: `罚款 ${Number(fine) * 10_000} 元。`, CF_NR_FK: fine },
  },
});

const SCALES = ['使用未经检定的计量器具', '销售蔬菜时使用的电子秤没有检定合格印。', '《计量法》第二十六条'] as const;
const PUNISHMENTS: readonly Told[] = [
  punishment(
    11,
    firm('CF', '示例县万家超市有限公司', 6),
    ['销售超过保质期的食品', '货架上有超过保质期的糕点 6 袋。', '《食品安全法》第一百二十四条'],
    '0.5',
  ),
  punishment(9, person('CF', '示例某丙', 3), SCALES, '0.05'),
  punishment(7, firm('CF', '示例县顺通加油站有限公司', 7), SCALES, '0.2'),
  punishment(2, firm('CF', '示例县明亮眼镜有限公司', 8), SCALES, '0.1'),
];

const KEYS_OF = {
  licensing: { number: 'XK_WSH', day: 'XK_JDRQ', from: 'XK_YXQZ', office: 'XK_XKJG', source: 'XK_LYDW', series: '许' },
  punishment: { number: 'CF_WSH', day: 'CF_JDRQ', from: null, office: 'CF_CFJG', source: 'CF_SJLY', series: '罚' },
} as const;

export function decisionsOfToday(
  today: CivilDate,
  ago: (workdays: number) => CivilDate,
  { editor, publisher }: { readonly editor: Actor; readonly publisher: Actor },
  keys: KeyRing,
): Act[] {
  const act = (n: number, hour: number, run: Act['run']): Act => ({ at: momentOf(ago(n), hour * 60), run });
  const sheet = (kind: DecisionKindName, told: readonly Told[], until: number) => {
    const decisions = decisionsIn(
      kind,
      told.filter((one) => one.ago >= until),
      ago,
      today,
    );
    return act(until === 1 ? 1 : until, until === 1 ? 16 : 9, async (stage) => {
      await stage.perform(decisionStairs(keys), editor, { verb: 'importDecisions', agencyId: AGENCY, kind, decisions });
    });
  };
  const shown: string[] = [];
  return [
    sheet('licensing', LICENCES, SHOWN_AGO),
    sheet('punishment', PUNISHMENTS, SHOWN_AGO),
    act(SHOWN_AGO, 10, async (stage) => {
      const waiting = stage.tx.selectFrom('registered_decisions').select('id').where('state', '=', 'registered');
      const rows = await waiting.where('agency_id', '=', AGENCY).orderBy('decided_on').orderBy('number').execute();
      shown.push(...rows.map(({ id }) => id));
      const command = { verb: 'publishDecisions', agencyId: AGENCY, ids: shown } as const;
      await stage.perform(decisionStairs(keys), publisher, command);
    }),
    act(1, 15, async (stage) => {
      const first = stage.tx.selectFrom('registered_decisions').select('id').where('kind', '=', 'punishment');
      const { id } = await first.where('id', 'in', shown).orderBy('decided_on').limit(1).executeTakeFirstOrThrow();
      const why = '经行政复议，决定被撤销。';
      await stage.perform(decisionStairs(keys), publisher, { verb: 'withdrawDecision', id, revokedOn: ago(2), why });
    }),
    sheet('licensing', LICENCES, 1),
    sheet('punishment', PUNISHMENTS, 1),
  ];
}

/** Read as a sheet is read, so that the demo holds nothing the product would not take. */
function decisionsIn(kind: DecisionKindName, told: readonly Told[], ago: (n: number) => CivilDate, today: CivilDate) {
  const codes = DECISION_FIELDS[kind].map(({ code }) => code);
  const { number, day, from, office, source, series } = KEYS_OF[kind];
  const rows = told.map(({ ago: n, said }, i) => {
    const on = ago(n);
    const full: Readonly<Record<string, string>> = {
      ...said,
      ...{ [number]: `示市监${series}〔${on.slice(0, 4)}〕${101 + i}号`, [day]: on, ...(from ? { [from]: on } : {}) },
      ...{ [office]: OFFICE_NAME, [`${office}DM`]: OFFICE_CODE, [source]: OFFICE_NAME, [`${source}DM`]: OFFICE_CODE },
    };
    return { at: i + 2, texts: codes.map((code) => full[code] ?? '') };
  });
  const { decisions, issues } = readDecisions([{ rows: [{ at: 1, texts: codes }, ...rows] }], kind, today);
  if (issues.length > 0) throw new Error(`${issues[0]!.where}：${issues[0]!.says}`);
  return decisions;
}

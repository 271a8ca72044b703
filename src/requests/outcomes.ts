/**
 * 处理结果: every disposition of 《条例》第二条、第三十条、第三十五条至第三十九条, the row of the annual report it falls in, what must
 * be there before it may be chosen, and which remedy the reply must point to. Entries are never reworded or deleted:
 * they get `until`, so that a past year counts under its own rules.
 */
import { art } from '../statute/articles.ts';
import { type CivilDate, civil } from '../statute/civil-date.ts';
import type { GroundName, RecordName } from './asks.ts';
import type { RemedyPath } from './remedy-paths.ts';

export interface Outcome {
  readonly term: string;
  readonly basis: string;
  /** Row of Table 3 (`form.ts`). */
  readonly reportRow: string;
  /** `reply`: signed and served. The others close the file on the day of the record. */
  readonly by: 'reply' | 'abandonUncorrected' | 'abandonUnpaid' | 'withdraw';
  readonly grounds: readonly GroundName[];
  readonly records: readonly RecordName[];
  readonly remedy: RemedyPath;
  readonly since: CivilDate;
  readonly until?: CivilDate;
}

/** The Regulation of 2019 (国务院令第711号) and the report format of 2021, which first tells the three kinds of 其他处理 apart. */
const REGULATION = civil('2019-05-15');
const FORMAT_2021 = civil('2021-01-01');

const refusal = (
  term: string,
  basis: string,
  reportRow: string,
  grounds: readonly GroundName[],
  records: readonly RecordName[] = [],
): Outcome => ({ term, basis, reportRow, by: 'reply', grounds, records, remedy: 'reconsiderFirst', since: REGULATION });

const reply = (
  term: string,
  basis: string,
  reportRow: string,
  grounds: readonly GroundName[],
  more: { records?: readonly RecordName[]; remedy?: RemedyPath } = {},
): Outcome => ({
  term,
  basis,
  reportRow,
  by: 'reply',
  grounds,
  records: more.records ?? [],
  remedy: more.remedy ?? 'either',
  since: REGULATION,
});

export const OUTCOMES = {
  alreadyPublic: reply('已经主动公开', art(36, { item: 1 }), '3.1', ['whereToFind']),
  granted: reply('予以公开', art(36, { item: 2 }), '3.1', ['provision']),
  partlyGranted: reply('部分公开', art(37), '3.2', ['provision', 'withheld'], { remedy: 'mixed' }),

  stateSecret: refusal('不予公开：属于国家秘密', art(14), '3.3.1', ['classification']),
  prohibitedByLaw: refusal('不予公开：其他法律行政法规禁止公开', art(14), '3.3.2', ['prohibition']),
  endangersSecurity: refusal('不予公开：危及“三安全一稳定”', art(14), '3.3.3', ['harm']),
  thirdPartyRights: refusal('不予公开：保护第三方合法权益', art(15), '3.3.4', ['reason'], ['thirdPartyConsulted']),
  internalAffairs: refusal('不予公开：属于三类内部事务信息', art(16, { paragraph: 1 }), '3.3.5', ['reason']),
  processInformation: refusal('不予公开：属于四类过程性信息', art(16, { paragraph: 2 }), '3.3.6', ['reason']),
  enforcementFile: refusal('不予公开：属于行政执法案卷', art(16, { paragraph: 2 }), '3.3.7', ['reason']),
  administrativeQuery: reply('属于行政查询事项', art(36, { item: 7 }), '3.3.8', ['governingLaw'], {
    remedy: 'eitherDoubtful',
  }),

  notHeld: reply('政府信息不存在', art(36, { item: 4 }), '3.4.1', ['searchRecord']),
  otherAgency: reply('不属于本机关负责公开', art(36, { item: 5 }), '3.4.1', ['responsibleAgency']),
  needsProcessing: reply('没有现成信息需要另行制作', art(38), '3.4.2', ['processing'], { remedy: 'eitherDoubtful' }),
  stillUnclear: reply('补正后申请内容仍不明确', art(30), '3.4.3', ['reason'], { records: ['corrected'] }),

  complaint: reply('信访举报投诉类申请', art(39, { paragraph: 1 }), '3.5.1', ['otherChannel'], {
    remedy: 'eitherDoubtful',
  }),
  repeated: reply('重复申请', art(36, { item: 6 }), '3.5.2', ['earlierReplyNumber', 'earlierReplyServedOn'], {
    remedy: 'eitherDoubtful',
  }),
  publication: reply('要求提供公开出版物', art(39, { paragraph: 2 }), '3.5.3', ['whereToFind'], {
    remedy: 'eitherDoubtful',
  }),
  excessive: reply('无正当理由大量反复申请', art(35), '3.5.4', ['reason'], { records: ['reasonsAsked'] }),
  confirmAgain: reply(
    '要求行政机关确认或重新出具已获取信息',
    art(36, { item: 6 }),
    '3.5.5',
    ['earlierReplyNumber', 'earlierReplyServedOn'],
    { remedy: 'eitherDoubtful' },
  ),

  notGovernmentInformation: reply('不属于政府信息', art(2), '3.6.3', ['reason']),
  advice: reply('咨询事项', art(2), '3.6.3', ['otherChannel'], { remedy: 'eitherDoubtful' }),

  uncorrected: {
    term: '逾期不补正，不再处理',
    basis: art(30),
    reportRow: '3.6.1',
    by: 'abandonUncorrected',
    grounds: [],
    records: [],
    remedy: 'either',
    since: FORMAT_2021,
  },
  feeUnpaid: {
    term: '逾期未缴费，不再处理',
    basis: '国办函〔2020〕109号第六条',
    reportRow: '3.6.2',
    by: 'abandonUnpaid',
    grounds: [],
    records: [],
    remedy: 'either',
    since: FORMAT_2021,
  },
  withdrawn: {
    term: '申请人撤回',
    basis: art(50),
    reportRow: '3.6.3',
    by: 'withdraw',
    grounds: [],
    records: [],
    remedy: 'none',
    since: FORMAT_2021,
  },
  ended: {
    term: '申请人死亡或者终止，无人继受',
    basis: art(50),
    reportRow: '3.6.3',
    by: 'withdraw',
    grounds: [],
    records: [],
    remedy: 'none',
    since: FORMAT_2021,
  },
} as const satisfies Record<string, Outcome>;

export type OutcomeName = keyof typeof OUTCOMES;

export const OUTCOME_NAMES = Object.keys(OUTCOMES) as OutcomeName[];

export function outcomeOf(name: OutcomeName): Outcome {
  return OUTCOMES[name];
}

/** Whether an outcome may be chosen on a day: it is known, in force, and closes a file in this way. */
export function isOpen(name: string, by: Outcome['by'], on: CivilDate): name is OutcomeName {
  const outcome: Outcome | undefined = Object.hasOwn(OUTCOMES, name) ? OUTCOMES[name as OutcomeName] : undefined;
  return outcome !== undefined && outcome.by === by && outcome.since <= on && on <= (outcome.until ?? on);
}

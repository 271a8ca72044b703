/**
 * 双公示的字段 [ENF-10] (2018 版数据标准, 文号待核): what is reported of each decision, by the code of the standard. A name of the 2015 version is an alias:
 * one more is one more word here. `shown` is kept in clear, numbers of papers are sealed; what the public reads of whom is `tells`.
 */
export type DecisionKindName = 'licensing' | 'punishment';

export interface DecisionField {
  readonly code: string;
  readonly term: string;
  /** Older codes and names that stand for it. */
  readonly aliases?: readonly string[];
  /** `number` is what papers are told apart by. */
  readonly kind:
    | 'text'
    | 'number'
    | 'subject'
    | 'date'
    | 'wan'
    | 'creditCode'
    | 'identity'
    | 'subjectKind'
    | 'standing';
  readonly must?: true;
  readonly longest: number;
  readonly shown: boolean;
  /** Of whom the public reads it [ENF-16]. */
  readonly tells: readonly SubjectKind[];
}

export const SUBJECT_KINDS = ['法人及非法人组织', '自然人', '个体工商户'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** 当前状态 of a licence, by the code of the standard of 2018 (待核). */
export const STANDINGS: Readonly<Record<string, string>> = { '1': '有效', '2': '无效' };

/** 长期有效, as the standard writes it. */
export const NO_END = '2099-12-31';

const text = (code: string, term: string, longest: number, more: Partial<DecisionField> = {}): DecisionField => ({
  ...{ code, term, kind: 'text', longest, shown: true, tells: more.shown === false ? [] : SUBJECT_KINDS },
  ...more,
});
const number = (code: string, term: string, longest: number, more: Partial<DecisionField> = {}) =>
  text(code, term, longest, { kind: 'number', ...more });
const firms = { tells: ['法人及非法人组织'] } as const satisfies Partial<DecisionField>;
const trades = { tells: ['法人及非法人组织', '个体工商户'] } as const satisfies Partial<DecisionField>;
const nobody = { tells: [] } as const;
const must = { must: true } as const;
const hidden = { shown: false } as const;
const date = (code: string, term: string, more: Partial<DecisionField> = {}) =>
  text(code, term, 20, { kind: 'date', ...more });

/** 行政相对人, the same of both kinds but for the beginning of the code. */
const subject = (prefix: 'XK' | 'CF', old: readonly string[]): readonly DecisionField[] => [
  text(`${prefix}_XDR_MC`, '行政相对人名称', 200, { ...must, kind: 'subject', aliases: [`${prefix}_XDR`, ...old] }),
  text(`${prefix}_XDR_LB`, '行政相对人类别', 20, { ...must, kind: 'subjectKind' }),
  text(`${prefix}_XDR_SHXYM`, '统一社会信用代码', 18, {
    ...trades,
    kind: 'creditCode',
    aliases: [`${prefix}_XDR_SHXYDM`],
  }),
  number(`${prefix}_XDR_GSZC`, '工商注册号', 50, { ...trades, aliases: [`${prefix}_XDR_GSDJ`, '工商登记码'] }),
  number(`${prefix}_XDR_ZZJG`, '组织机构代码', 20, { ...firms, aliases: [`${prefix}_XDR_ZDM`] }),
  // That of a household is the identity number of its owner.
  number(`${prefix}_XDR_SWDJ`, '税务登记号', 30, firms),
  number(`${prefix}_XDR_SYDW`, '事业单位证书号', 30, firms),
  number(`${prefix}_XDR_SHZZ`, '社会组织登记证号', 50, firms),
  text(`${prefix}_FRDB`, '法定代表人', 100, {
    ...nobody,
    aliases: [`${prefix}_FDDB`, `${prefix}_FR`, '法定代表人姓名'],
  }),
  text(`${prefix}_FR_ZJLX`, '法定代表人证件类型', 50, hidden),
  text(`${prefix}_FR_ZJHM`, '法定代表人证件号码', 50, {
    ...hidden,
    kind: 'identity',
    aliases: [`${prefix}_FR_SFZH`, `${prefix}_FR_SFZ`],
  }),
  text(`${prefix}_XDR_ZJLX`, '自然人证件类型', 50, { ...hidden, aliases: [`${prefix}_ZRR_ZJLX`, '证件类型'] }),
  text(`${prefix}_XDR_ZJHM`, '自然人证件号码', 50, {
    ...hidden,
    kind: 'identity',
    aliases: [`${prefix}_XDR_SFZ`, `${prefix}_XDR_SFZH`, '证件号码', '居民身份证号', '居民身份证号码'],
  }),
];

export const DECISION_FIELDS: Readonly<Record<DecisionKindName, readonly DecisionField[]>> = {
  licensing: [
    ...subject('XK', []),
    text('XK_XKWS', '行政许可决定文书名称', 64, { ...must, aliases: ['XK_XMMC', '项目名称'] }),
    number('XK_WSH', '行政许可决定文书号', 64, { ...must, aliases: ['行政许可决定书文号', '行政许可决定文书文号'] }),
    text('XK_XKLB', '许可类别', 64, { ...must, aliases: ['XK_SPLB', '审批类别'] }),
    text('XK_XKZS', '许可证书名称', 64),
    number('XK_XKBH', '许可编号', 64),
    text('XK_NR', '许可内容', 4_000, must),
    date('XK_JDRQ', '许可决定日期', must),
    date('XK_YXQZ', '有效期自', must),
    date('XK_YXQZI', '有效期至', { ...must, aliases: ['XK_JZQ', '许可截止期'] }),
    text('XK_XKJG', '许可机关', 200, { ...must, aliases: ['XK_XZJG'] }),
    text('XK_XKJGDM', '许可机关统一社会信用代码', 18, { ...must, kind: 'creditCode' }),
    text('XK_ZT', '当前状态', 10, { ...must, kind: 'standing' }),
    text('XK_LYDW', '数据来源单位', 200, must),
    text('XK_LYDWDM', '数据来源单位统一社会信用代码', 18, { ...must, ...nobody, kind: 'creditCode' }),
    text('BZ', '备注', 512, hidden),
  ],
  punishment: [
    ...subject('CF', []),
    number('CF_WSH', '行政处罚决定书文号', 128, must),
    text('CF_WFXW', '违法行为类型', 2_000, { ...must, aliases: ['CF_CFMC', '处罚名称'] }),
    text('CF_SY', '违法事实', 5_000, { ...must, aliases: ['处罚事由'] }),
    text('CF_YJ', '处罚依据', 2_048, must),
    text('CF_CFLB', '处罚类别', 256, { ...must, aliases: ['CF_CFLB1', '处罚类别1'] }),
    text('CF_NR', '处罚内容', 4_000, { ...must, aliases: ['CF_JG', '处罚结果'] }),
    text('CF_NR_FK', '罚款金额（万元）', 30, { kind: 'wan' }),
    text('CF_NR_WFFF', '没收违法所得、没收非法财物的金额（万元）', 30, { kind: 'wan' }),
    number('CF_NR_ZKDX', '暂扣或吊销证照名称及编号', 200),
    date('CF_JDRQ', '处罚决定日期', must),
    date('CF_YXQ', '处罚有效期'),
    date('CF_GSJZQ', '公示截止期'),
    text('CF_CFJG', '处罚机关', 200, { ...must, aliases: ['CF_XZJG'] }),
    text('CF_CFJGDM', '处罚机关统一社会信用代码', 18, { ...must, kind: 'creditCode' }),
    text('CF_SJLY', '数据来源单位', 200, { ...must, aliases: ['CF_LYDW'] }),
    text('CF_SJLYDM', '数据来源单位统一社会信用代码', 18, {
      ...must,
      ...nobody,
      kind: 'creditCode',
      aliases: ['CF_LYDWDM'],
    }),
    text('BZ', '备注', 512, hidden),
  ],
};

/** Which fields carry what the register itself asks: by kind. */
export const KEY_FIELDS = {
  licensing: {
    subject: 'XK_XDR_MC',
    subjectKind: 'XK_XDR_LB',
    number: 'XK_WSH',
    decidedOn: 'XK_JDRQ',
    until: 'XK_YXQZI',
    standsFor: 'XK_FRDB',
  },
  punishment: {
    subject: 'CF_XDR_MC',
    subjectKind: 'CF_XDR_LB',
    number: 'CF_WSH',
    decidedOn: 'CF_JDRQ',
    until: 'CF_GSJZQ',
    standsFor: 'CF_FRDB',
  },
} as const satisfies Record<DecisionKindName, Record<string, string>>;

export const DECISION_TERMS: Readonly<Record<DecisionKindName, string>> = {
  licensing: '行政许可',
  punishment: '行政处罚',
};

/** 区划 of the office, from its credit code: its own numbers often begin with it. */
export function regionOf(shown: Readonly<Record<string, string>>): string {
  return (shown.XK_XKJGDM ?? shown.CF_CFJGDM ?? '').slice(2, 8);
}

/** Columns of old systems that are read over: bookkeeping of theirs. */
export const IGNORED = [
  'SJC',
  'DFBM',
  'ID',
  '序号',
  'XK_BM',
  'CF_BM',
  'XK_XMMC_2',
  '地方编码',
  '数据更新时间戳',
  '数据更新时间',
] as const;

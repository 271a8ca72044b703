/** 期初数与人工数 in four parts, each with the agencies the officer may enter it for. */
import type { OpeningView, Term } from '../../../src/desk/contract.ts';

export const PARTS = {
  documents: {
    term: '结转文件',
    note: '启用系统以前发布、现在仍然有效的文件。计入年度报告表二的现行有效数，不计入当年制发数。',
    agencies: ({ documentsFor }: OpeningView) => documentsFor,
  },
  applications: {
    term: '结转申请',
    note: '启用系统以前收到、还没有答复的申请。保留原登记号，期限按收到之日算，上年收到的计入“上年结转”。',
    agencies: ({ applicationsFor }: OpeningView) => applicationsFor,
  },
  counts: {
    term: '处理决定数量',
    note: '行政许可、处罚、强制的件数和收费金额，逐月登记，计入年度报告表二。',
    agencies: ({ countsFor }: OpeningView) => countsFor,
  },
  interactions: {
    term: '互动回应',
    note: '民意征集、在线访谈和咨询诉求，逐件登记，年度报告里的数由此得出；新媒体信息登记在“媒体账号”里。',
    agencies: ({ interactionsFor }: OpeningView) => interactionsFor,
  },
} as const satisfies Readonly<
  Record<string, { term: string; note: string; agencies: (view: OpeningView) => readonly Term[] }>
>;

export type PartName = keyof typeof PARTS;

export const PART_NAMES = Object.keys(PARTS) as readonly PartName[];

/** The part an address names; without one, the first that is the officer's. */
export function partFrom(asked: string | null, view: OpeningView): PartName {
  return (
    PART_NAMES.find((name) => name === asked) ??
    PART_NAMES.find((name) => PARTS[name].agencies(view).length > 0) ??
    'documents'
  );
}

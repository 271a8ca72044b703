/** 复议、诉讼: which figures of Table 4 a label of the text means. */
import { LITIGATION_COLUMNS, LITIGATION_GROUPS } from '../../form.ts';
import type { ReportFigures } from '../../report.ts';
import { total } from '../worked-sum.ts';
import { groupTotals, type Reading } from './reading.ts';

export type Remedy = (typeof LITIGATION_GROUPS)[number]['key'];

const NOT_COUNTED =
  /应诉率|出庭|负责人|败诉|胜诉|撤诉|驳回|撤销|责令|培训|办法|制度|机制|联动|较|增加|减少|率|案例|建议|开庭|各类|赔偿|[一二再]审|结转|调解|撤回|复议(?:机关|机构|局)[^,;。]{0,6}(?:受理|办理|收到|审理|审结|作出)/;
export const DISCLOSURE = /信息公开|依申请|政务公开|公开申请/;
const CLOSED = /审结|办结|结案|[作做][出了][^,;]*(?:决定|判决|裁定)|已判决|已裁定/;
const OUTCOMES = [/维持/, /纠正|纠错/, /其他结果|^其他$/, /未审结|正在审理|审理中|在审|未结/] as const;

export interface RemedyTopic {
  readonly name: string;
  readonly outcome: boolean;
  readonly readings: readonly Reading[];
}

/** The groups of Table 4 that a label names; none when it names no remedy. */
export function remediesIn(label: string): Remedy[] {
  if (
    /复议后(?:再)?(?:的)?(?:提起)?(?:行政)?(?:起诉|诉讼)|经(?:过)?(?:行政)?复议(?:后)?(?:再)?(?:提起|起诉)/.test(
      label,
    ) &&
    !/未经/.test(label)
  ) {
    return ['postReviewLitigation'];
  }
  if (/未经(?:行政)?复议|直接(?:起诉|提起)/.test(label)) return ['directLitigation'];
  return [
    ...(/复议/.test(label) ? (['review'] as const) : []),
    ...(/诉讼|应诉|起诉/.test(label) ? (['directLitigation', 'postReviewLitigation'] as const) : []),
  ];
}

/** @param inherited the remedies of the quantity before, for labels like 结果维持 that name none */
export function remedyTopic(
  figures: ReportFigures,
  label: string,
  inherited: readonly Remedy[],
): RemedyTopic | undefined {
  const own = remediesIn(label);
  const remedies = own.length > 0 ? own : inherited;
  if (remedies.length === 0 || NOT_COUNTED.test(label)) return undefined;
  const name =
    remedies.length === 3 ? '行政复议和行政诉讼' : remedies.includes('review') ? '行政复议' : litigationName(remedies);
  const outcome = OUTCOMES.findIndex((pattern) => pattern.test(label));
  if (outcome >= 0) {
    return {
      name: `${name}${LITIGATION_COLUMNS[outcome]}`,
      outcome: true,
      readings: column(figures, remedies, outcome, name),
    };
  }
  if (CLOSED.test(label)) {
    const closed = remedies.flatMap((key) => figures.table4[key].slice(0, 3));
    const readings = closed.every((figure) => figure !== null)
      ? [{ name: `${name}已审结`, value: total(closed), sameScope: true }]
      : [];
    return { name: `${name}已审结`, outcome: true, readings };
  }
  // 行政复议126件，其中涉及政府信息公开7件: the part is what Table 4 counts.
  const isNamed = own.length > 0 || DISCLOSURE.test(label);
  return isNamed ? { name, outcome: false, readings: totals(figures, remedies, name) } : undefined;
}

function litigationName(remedies: readonly Remedy[]): string {
  if (remedies.length === 2) return '行政诉讼';
  return LITIGATION_GROUPS.find(({ key }) => key === remedies[0])?.label ?? '行政诉讼';
}

function totals(figures: ReportFigures, remedies: readonly Remedy[], name: string): Reading[] {
  const each = remedies.map((key) => groupTotals(figures.table4[key], `表四${name}总计`));
  const [first] = each;
  if (each.length === 1 && first) return first;
  if (each.some((readings) => readings.length === 0)) return [];
  const stated = each.map((readings) => readings[0]?.value ?? 0);
  const summed = each.map((readings) => readings.at(-1)?.value ?? 0);
  return [
    { name: `表四${name}总计（${stated.join('+')}）`, value: total(stated), sameScope: true },
    { name: `表四${name}各项之和`, value: total(summed), sameScope: true },
  ];
}

function column(figures: ReportFigures, remedies: readonly Remedy[], at: number, name: string): Reading[] {
  const cells = remedies.map((key) => figures.table4[key][at] ?? null);
  if (!cells.every((figure) => figure !== null)) return [];
  return [{ name: `表四${name}${LITIGATION_COLUMNS[at]}`, value: total(cells), sameScope: true }];
}

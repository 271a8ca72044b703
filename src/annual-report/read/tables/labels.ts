/**
 * 行的标签: how a row of Table 3 is known again when its label is misprinted, shortened, wrapped or renumbered. First by words that
 * no other label has, then by likeness to the label as a whole.
 */
import { FORMATS } from '../../form.ts';
import { fold, wordsOnly } from './fold.ts';

/** Words by which a row is told from all others, in a text without blanks. */
const SIGNS: readonly (readonly [code: string, sign: RegExp])[] = [
  ['1', /本年(?:度)?新收|新收政府信息/g],
  ['2', /上年(?:度)?结转|上一年(?:度)?结转/g],
  ['3.1', /予以公开/g],
  ['3.2', /部分公开/g],
  ['3.3.1', /国家秘密/g],
  ['3.3.2', /法律[、,]?行政|行政法规|止公开/g],
  ['3.3.3', /三安全|一稳定/g],
  ['3.3.4', /第三方/g],
  ['3.3.5', /三类内部|内部事务/g],
  ['3.3.6', /四类过程|过程性信?息?/g],
  ['3.3.7', /执法案卷/g],
  ['3.3.8', /查询事项/g],
  ['3.4.1', /不掌握/g],
  ['3.4.2', /现成信息|另行制作/g],
  ['3.4.3', /补正后|仍不明确/g],
  ['3.5.1', /信访|举报[、,]?投诉/g],
  ['3.5.2', /重复申请/g],
  ['3.5.3', /公开出版/g],
  ['3.5.4', /大量反复|反复申请/g],
  ['3.5.5', /确认或(?:者)?重新|新出具|已获取/g],
  ['3.6', /其他处理/g],
  ['3.6.1', /逾期不补正|期不补正/g],
  ['3.6.2', /收费通知|缴纳费用|不缴费|未缴费/g],
  ['3.6.3', /3[.、,．:]?其他(?!处理|法律)/g],
  ['3.7', /七[)、]?(?:总计|合计)/g],
  ['4', /结转下(?:一)?年|下年度继续/g],
];

export interface LabelFound {
  readonly code: string;
  readonly from: number;
  readonly to: number;
}

/** One look that spares most texts, which have no label, one for each. */
const ANY_SIGN = new RegExp(SIGNS.map(([, sign]) => sign.source).join('|'));

/** Labels in a text, in its order; a label with two signs is one. `3.6` is also the heading of its three rows. */
export function labelsIn(text: string): LabelFound[] {
  const squeezed = fold(text).replace(/\s/g, '');
  if (!ANY_SIGN.test(squeezed)) return [];
  const found = SIGNS.flatMap(([code, sign]) =>
    [...squeezed.matchAll(sign)].map((match) => ({ code, from: match.index, to: match.index + match[0].length })),
  ).sort((a, b) => a.from - b.from);
  return found.filter(({ code }, i) => found[i - 1]?.code !== code);
}

/** The row a label cell names: the last label in it, since group and row may share a cell; null where none is like it. */
export function rowNamed(text: string): string | null {
  if (/\s其他\s*$/.test(fold(text))) return '3.6.3';
  const found = labelsIn(text);
  const last = found.at(-1);
  if (last) return last.code;
  const words = wordsOnly(text);
  if (words === '总计' || words === '合计') return '3.7';
  if (words === '其他') return '3.6.3';
  return mostLike(words);
}

/** A group's own row, which some reports fill with its sum: no row of the form. */
export function isGroupLabel(text: string): boolean {
  return /^(?:三本年度办理结果)?[三四五]?(?:不予公开|无法提供|不予处理)$|^三?本年度办理结果$/.test(wordsOnly(text));
}

const LIKENESS = 0.55;
const MARGIN = 0.12;

const LABELS: readonly (readonly [code: string, words: string])[] = [
  ...new Map(FORMATS.flatMap(({ rows }) => rows.map(({ code, label }) => [code, wordsOnly(label)] as const))),
];

function mostLike(words: string): string | null {
  if (words.length < 4 || words.length > 60) return null;
  const ranked = LABELS.map(([code, label]) => ({ code, score: likeness(words, label) })).sort(
    (a, b) => b.score - a.score,
  );
  const [best, next] = ranked;
  return best && best.score >= LIKENESS && best.score - (next?.score ?? 0) >= MARGIN ? best.code : null;
}

/** From 0, nothing in common with the label of the row, to 1. */
export function likenessTo(text: string, code: string): number {
  return likeness(wordsOnly(text), LABELS.find(([row]) => row === code)?.[1] ?? '');
}

/** Share of pairs of neighbouring characters that both have (Dice). */
function likeness(a: string, b: string): number {
  const pairs = (s: string) => Array.from({ length: Math.max(0, s.length - 1) }, (_, i) => s.slice(i, i + 2));
  const [left, right] = [pairs(a), pairs(b)];
  if (left.length + right.length === 0) return 0;
  const rest = [...right];
  const shared = left.filter((pair) => {
    const at = rest.indexOf(pair);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  });
  return (2 * shared.length) / (left.length + right.length);
}

const FORM_WORDS = wordsOnly(
  [
    ...FORMATS.flatMap(({ rows }) => rows.flatMap(({ label, within }) => [...within, label])),
    '本列数据的勾稽关系为第一项加第二项之和等于第三项加第四项之和',
    '申请人情况 自然人 法人或其他组织 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计 合计',
    '第二十条第一项 第二十条第五项 第二十条第六项 第二十条第八项 第二十条第九项 信息内容 规章 行政规范性文件 规范性文件',
    '本年制发件数 本年废止件数 现行有效件数 本年处理决定数量 本年收费金额单位万元 行政许可 行政处罚 行政强制 行政事业性收费',
    '本年新制作数量 本年新公开数量 对外公开总数量 上一年项目数量 本年增减 处理决定数量 其他对外管理服务事项 政府集中采购 采购项目数量 采购总金额',
    '行政复议 行政诉讼 未经复议直接起诉 复议后起诉 结果维持 结果纠正 其他结果 尚未审结 总计 结果结果其他尚未维持纠正结果审结',
  ].join('\u0001'),
);

/** Whether the words are, letter by letter, part of the form: a label and no heading of a report's own. */
export function isOnForm(words: string): boolean {
  return FORM_WORDS.includes(words);
}

/** Whether every run of words is a piece of the form's own labels: a label, or what a line break left of one. */
export function isFormText(text: string): boolean {
  const runs = fold(text)
    .split(/[\s|\d.,、:()"“”'‘’;/+-]+/)
    .map(wordsOnly)
    .filter((run) => run !== '');
  return runs.every(
    (run) => isMadeOfForm(run) || (labelsIn(run).length > 0 && run.length <= 40 && mostLike(run) !== null),
  );
}

/** Whether a run can be cut into pieces of labels, as where a converter left no blanks between cells. */
function isMadeOfForm(run: string): boolean {
  if (FORM_WORDS.includes(run)) return true;
  // Longer than all the words of the form: no table, and the search below would take minutes over a megabyte of it.
  if (run.length > FORM_WORDS.length) return false;
  const reached = [true];
  for (let to = 2; to <= run.length; to++) {
    for (let from = Math.max(0, to - LONGEST_PIECE); from <= to - 2 && !reached[to]; from++) {
      if (reached[from] && FORM_WORDS.includes(run.slice(from, to))) reached[to] = true;
    }
  }
  return reached[run.length] === true;
}

const LONGEST_PIECE = 44;

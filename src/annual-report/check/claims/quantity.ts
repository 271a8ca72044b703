/**
 * 数量 Quantity: a number with its measure word as prose writes it: 3607件, 18万余条, 88.78万元, 51.85%, 三件. Dates, document
 * numbers, telephone numbers, articles and ordinals (第3期) carry no measure word of ours and are passed over.
 */
import { chineseNumber } from './chinese-numerals.ts';

export interface Quantity {
  readonly value: number;
  readonly unit: string;
  /** Decimals as written: the precision a percentage or an amount claims. */
  readonly decimals: number;
  /** 余、多、约、近、超, or rounded to 万: never compared. */
  readonly approximate: boolean;
  readonly start: number;
  readonly end: number;
}

const UNITS =
  '万元|亿元|元|人次|件次|场次|批次|期次|个百分点|百分点|%|个(?!工作日|月|小时|季度|方面|自然日|环节|年|重点|维度)|件|条|篇|期|次|项|人|场|册|份|起|宗|例|名|家|批|部(?!门|分|署|委|级|位)|则|处(?!理|罚|置|室)|幅|张|户|本(?!级|机|年|部|单|局|县|市|区|办|镇|乡|街|着|地)|辑|封|套|笔|段|门|桩|支';
const APPROXIMATE_BEFORE = /(?:约|近|超过|超|逾|突破|将近|接近|不少于|不低于|至少|达到或超过|以上|不足|不到)占?$/;
/** 数百件, 上千条: only before a number of hundreds and thousands; 申请总数33件 is exact. */
const SOME = /(?:数|上|几)$/;
const QUANTITY = new RegExp(
  `(?<![\\d.第〔\\[A-Za-z+\\-—–/×])(?<!\\d\\s)(?:(\\d+(?:\\.\\d+)?)(百|千|万(?!元)|亿(?!元))?|(?<![第每同另某首任这那零〇一二三四五六七八九十百千万两])([零〇一二两三四五六七八九十百千万]+))(余|多|几|来)?(${UNITS})(余|多|左右|以上|以下|不等)?`,
  'g',
);
const SCALE: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 };

/** The quantities of plain text, in order. Inside quotation marks stand names and slogans (“三审三校”), not claims. */
export function quantitiesIn(plain: string, inWords = isClaimInWords): Quantity[] {
  const quoted = [...plain.matchAll(/[“"‘][^”"’]*[”"’]/g)].map((m) => [m.index, m.index + m[0].length] as const);
  const found: Quantity[] = [];
  for (const match of plain.matchAll(QUANTITY)) {
    const [whole, digits, scale, chinese, roughly, unit, after] = match;
    const start = match.index;
    if (quoted.some(([from, to]) => start >= from && start < to)) continue;
    const number = digits === undefined ? chineseNumber(chinese ?? '') : Number(digits) * (SCALE[scale ?? ''] ?? 1);
    if (number === undefined || (chinese !== undefined && !inWords(plain, start, number, start + whole.length)))
      continue;
    // Rounded to ten thousands (1.2万条) or hedged: an estimate.
    const approximate =
      scale !== undefined ||
      roughly !== undefined ||
      after !== undefined ||
      APPROXIMATE_BEFORE.test(plain.slice(0, start)) ||
      (chinese !== undefined && SOME.test(plain.slice(0, start)));
    const decimals = digits?.split('.')[1]?.length ?? 0;
    found.push({ value: number, unit: unit ?? '', decimals, approximate, start, end: start + whole.length });
  }
  return withSharedUnits(plain, found);
}

/** 一件申请, 一个问题 and 十项举措 are ways of speaking; 申请三件 and 诉讼一件 are figures: the noun stands before them. */
function isClaimInWords(plain: string, start: number, value: number, end: number): boolean {
  const before = plain.slice(Math.max(0, start - 4), start);
  if (/(?:申请|复议|诉讼|案件|文件|许可|处罚|强制|公开|共计|合计|收到|办结|结转|[:为])$/.test(before)) {
    return value !== 1 || !/(?:办结|办好|收到|公开)$/.test(before);
  }
  return (
    value === 0 ||
    (value > 10 && value % 100 !== 0) ||
    value >= 100 ||
    (value > 1 && isToldAfterNoun(plain, start, end))
  );
}

/** 召开新闻发布会十场，: the noun before, nothing after. 三项举措 tells of measures, 每年两次 of a custom, 前三名 of a rank. */
function isToldAfterNoun(plain: string, start: number, end: number): boolean {
  const clause = /[^,;。:、]*$/.exec(plain.slice(0, start))?.[0] ?? '';
  return (
    /^(?:[,;。、)]|$)/.test(plain.slice(end)) &&
    /[\u4e00-\u9fff]{2}$/.test(clause) &&
    !/每|[前首头后上下这那各近]$/.test(clause)
  );
}

/** 分别为10、8、5件: numbers that share the measure word of the last. */
function withSharedUnits(plain: string, found: readonly Quantity[]): Quantity[] {
  return found.flatMap((quantity) => {
    const run = /(?<![\d.第A-Za-z])((?:\d+(?:\.\d+)?[、和及])+)$/.exec(plain.slice(0, quantity.start));
    if (!run?.[1] || !/分别[^\d]{0,6}$/.test(plain.slice(0, run.index))) return [quantity];
    const shared = [...run[1].matchAll(/\d+(?:\.\d+)?/g)].map((m): Quantity => {
      const start = run.index + m.index;
      return { ...quantity, value: Number(m[0]), start, end: start + m[0].length };
    });
    return [...shared, quantity];
  });
}

/** Half a unit of the last digit written: 51.85% claims between 51.845 and 51.855. */
export function tolerance(quantity: Quantity): number {
  return 0.5 * 10 ** -quantity.decimals + 1e-9;
}

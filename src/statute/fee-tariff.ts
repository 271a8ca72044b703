/**
 * 信息处理费 [FEE-1…4]. 《政府信息公开信息处理费管理办法》第三条:按件计收与按量计收,对每件申请可以选择其中一种标准,不得同时按照两种标准重复计算;均实行超额累进.
 * That an amount can be computed does not make it due: the number or frequency must clearly exceed the reasonable
 * (《条例》第四十二条第二款), which people decide.
 */
import { LAWS } from './articles.ts';
import { type Refusal, refuse } from './refusal.ts';

/** 计收方式: 按件 (`items`, applications of one person in a calendar month) or 按量 (`pages` of one application). */
export type FeeTariff = 'items' | 'pages';

export interface FeeStep {
  readonly says: string;
  readonly basis: string;
}

/** 应收金额, in yuan, with the brackets it is summed from. */
export interface FeeReckoning {
  readonly tariff: FeeTariff;
  readonly amount: number;
  readonly steps: readonly FeeStep[];
}

interface Bracket {
  /** The bracket covers what comes after the one before, up to and including this. */
  readonly upTo: number;
  readonly yuan: number;
}

const PAGE_BRACKETS: readonly Bracket[] = [
  { upTo: 30, yuan: 0 },
  { upTo: 100, yuan: 10 },
  { upTo: 200, yuan: 20 },
  { upTo: Number.POSITIVE_INFINITY, yuan: 40 },
];

/** More than one person or one file can bring; above it a figure was mistyped. */
const LARGEST: Readonly<Record<FeeTariff, number>> = { items: 10_000, pages: 100_000 };

const WORDS = {
  items: { unit: '件', basis: `${LAWS.feeMeasures}第四条` },
  pages: { unit: '页', basis: `${LAWS.feeMeasures}第五条` },
} as const;

/**
 * 第 n 件(页)的单价. 按件: up to 10 free, 11—30 at 100 yuan, from 31 on brackets of ten, each 100 yuan dearer than the one before.
 * The price follows the place an application took when it came in; later ones do not change it.
 */
export function unitPrice(tariff: FeeTariff, n: number): number {
  if (tariff === 'pages') return PAGE_BRACKETS.find(({ upTo }) => n <= upTo)!.yuan;
  if (n <= 10) return 0;
  return n <= 30 ? 100 : 200 + 100 * Math.floor((n - 31) / 10);
}

/**
 * 应收金额: for the first n applications of the month, or the n pages of a file. `after` leaves out what came before, so that a
 * notice for the 11th to the 35th application is `feeFor('items', 35, 10)`.
 */
export function feeFor(tariff: FeeTariff, n: number, after = 0): FeeReckoning | Refusal {
  const { unit, basis } = WORDS[tariff];
  const wrong = [n, after].find((count) => !Number.isInteger(count) || count < 0 || count > LARGEST[tariff]);
  if (wrong !== undefined)
    return refuse(
      'FEE-3',
      basis,
      `${unit}数应当是 0 至 ${LARGEST[tariff]} 的整数，${Number.isNaN(wrong) ? '所填的不是数字' : `现为 ${wrong}`}。请核对后重新填写。`,
    );
  const steps: FeeStep[] = [];
  let amount = 0;
  for (let from = after + 1; from <= n; ) {
    const to = Math.min(n, endOfBracket(tariff, from));
    const yuan = unitPrice(tariff, from);
    const count = to - from + 1;
    amount += count * yuan;
    const which = from === to ? `第 ${from} ${unit}` : `第 ${from}—${to} ${unit}`;
    steps.push({
      says: yuan === 0 ? `${which}：不收费` : `${which}：${count} ${unit} × ${yuan} 元 = ${count * yuan} 元`,
      basis,
    });
    from = to + 1;
  }
  steps.push({ says: `合计 ${amount} 元`, basis: `${LAWS.feeMeasures}第三条` });
  return { tariff, amount, steps };
}

/** 纸张幅面, in A4 pages; the Measures name none above A4, so the area decides (推论). */
export const A4_PAGES = { A4: 1, A3: 2, A2: 4, A1: 8, A0: 16 } as const;

/** 页数: one side of A4 or less is one page, so a sheet printed on both sides is two. */
export function pagesOf(sheets: number, sides: 1 | 2, paper: keyof typeof A4_PAGES = 'A4'): number {
  return sheets * sides * A4_PAGES[paper];
}

function endOfBracket(tariff: FeeTariff, n: number): number {
  if (tariff === 'pages') return PAGE_BRACKETS.find(({ upTo }) => n <= upTo)!.upTo;
  if (n <= 10) return 10;
  return n <= 30 ? 30 : 40 + 10 * Math.floor((n - 31) / 10);
}

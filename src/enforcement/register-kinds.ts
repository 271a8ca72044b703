/**
 * 行政许可、处罚、强制、收费 RegisterKind: what Table 2 asks of an agency besides documents. Decisions are counted whether
 * they were published or not; fees by what was paid into the treasury in the year (《条例》第二十条第（五）（六）（八）项).
 */
import { art } from '../statute/articles.ts';

export interface RegisterKind {
  readonly term: string;
  readonly unit: '件' | '元';
  readonly basis: string;
  /** The cell of the annual report it is summed into. */
  readonly reportCell: string;
}

export const REGISTER_KINDS = {
  licensing: { term: '行政许可', unit: '件', basis: art(20, { item: 5 }), reportCell: '/table2/licensing' },
  punishment: { term: '行政处罚', unit: '件', basis: art(20, { item: 6 }), reportCell: '/table2/punishment' },
  coercion: { term: '行政强制', unit: '件', basis: art(20, { item: 6 }), reportCell: '/table2/coercion' },
  fee: { term: '行政事业性收费', unit: '元', basis: art(20, { item: 8 }), reportCell: '/table2/feesWan' },
} as const satisfies Record<string, RegisterKind>;

export type RegisterKindName = keyof typeof REGISTER_KINDS;

export const REGISTER_KIND_NAMES = Object.keys(REGISTER_KINDS) as readonly RegisterKindName[];

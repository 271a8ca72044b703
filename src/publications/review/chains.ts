/**
 * 审校规则 [REV-7]: which steps the documents of an agency pass, by column and by kind. The rule that speaks most closely holds; where a document
 * stands in columns with different rules, the one with the most steps.
 */
import type { AgencyId } from '../../people/agency.ts';
import type { ColumnKey } from '../columns.ts';
import type { Document } from '../document.ts';
import type { DocumentKindName } from '../document-kinds.ts';
import { REVIEW_STEPS, type StepName, type Track } from './steps.ts';

/** In the order they are taken; an empty track is not asked for. */
export type Chains = Readonly<Record<Track, readonly StepName[]>>;

/** 发布人审核: no step before the publisher's own look, who is never the author [PUB-14]. What holds where no rule was made. */
export const RELEASE_ONLY: Chains = { examine: [], proofread: [] };

export const PRESETS = {
  release: { term: '发布人审核', hint: '由另一位发布人看过后发布', chains: RELEASE_ONLY },
  repost: {
    term: '一审一校',
    hint: '转载上级机关、权威媒体的信息',
    chains: { examine: ['examine1'], proofread: ['proofread1'] },
  },
  three: {
    term: '三审三校',
    hint: '一般信息',
    chains: {
      examine: ['examine1', 'examine2', 'examine3'],
      proofread: ['proofread1', 'proofread2', 'proofread3'],
    },
  },
  threeAndSecrecy: {
    term: '三审三校，逐件保密审查',
    hint: '政策文件、统计数据等',
    chains: {
      examine: ['examine1', 'examine2', 'secrecy', 'examine3'],
      proofread: ['proofread1', 'proofread2', 'proofread3'],
    },
  },
} as const satisfies Record<string, { term: string; hint: string; chains: Chains }>;

export type PresetName = keyof typeof PRESETS;
export const PRESET_NAMES = Object.keys(PRESETS) as PresetName[];

export interface ReviewRule {
  readonly agencyId: AgencyId;
  /** The column and those below it; null for every column. */
  readonly column: ColumnKey | null;
  readonly kind: DocumentKindName | null;
  readonly preset: PresetName;
}

/**
 * @param rules of the agency and of those above it
 * @param line agencies from the document's own up to the top: the nearer one decides first
 */
export function chainsFor(
  rules: readonly ReviewRule[],
  line: readonly AgencyId[],
  { kind, columns }: Pick<Document, 'kind' | 'columns'>,
): Chains {
  const places = columns.length > 0 ? columns : [null];
  return places.map((column) => chainsIn(rules, line, kind, column)).reduce(longer);
}

function chainsIn(
  rules: readonly ReviewRule[],
  line: readonly AgencyId[],
  kind: DocumentKindName,
  column: ColumnKey | null,
): Chains {
  const holds = (rule: ReviewRule) =>
    line.includes(rule.agencyId) && (rule.kind ?? kind) === kind && isIn(column, rule.column);
  const [closest] = rules.filter(holds).sort((a, b) => nearness(b, line) - nearness(a, line));
  return closest ? PRESETS[closest.preset].chains : RELEASE_ONLY;
}

function isIn(column: ColumnKey | null, of: ColumnKey | null): boolean {
  return of === null || column === of || (column?.startsWith(`${of}.`) ?? false);
}

/** The nearer agency before all, then the deeper column, then the kind. */
function nearness({ agencyId, column, kind }: ReviewRule, line: readonly AgencyId[]): number {
  const depth = column === null ? 0 : column.split('.').length;
  return (line.length - line.indexOf(agencyId)) * 1_000 + depth * 10 + (kind === null ? 0 : 1);
}

const stepsIn = ({ examine, proofread }: Chains) => examine.length + proofread.length;

function longer(a: Chains, b: Chains): Chains {
  return stepsIn(b) > stepsIn(a) ? b : a;
}

export function chainOf(chains: Chains, track: Track) {
  return chains[track].map((name) => ({ name, ...REVIEW_STEPS[name] }));
}

/**
 * 核对规则表: every check of an annual report, its basis and how grave it is in our own report (自编, an error stops publication) and
 * in somebody else's (读取, findings are only listed). One more check is one line here, one file and one test.
 */
import { art, LAWS } from '../../statute/articles.ts';
import { aggregate } from './figures/aggregate.ts';
import { balance } from './figures/balance.ts';
import { blankCells } from './figures/blank-cells.ts';
import { carryOver } from './figures/carry-over.ts';
import { columnSum } from './figures/column-sum.ts';
import { countedCells } from './figures/counted-cells.ts';
import { countyRegulations } from './figures/county-regulations.ts';
import { documentStock } from './figures/document-stock.ts';
import { enforcementCount } from './figures/enforcement-count.ts';
import { enteredFigures } from './figures/entered-figures.ts';
import { litigationSum } from './figures/litigation-sum.ts';
import { rowSum } from './figures/row-sum.ts';
import { wholeNumbers } from './figures/whole-numbers.ts';
import type { Check } from './finding.ts';
import { againstLastYear } from './text/against-last-year.ts';
import { partSums } from './text/part-sums.ts';
import { percentages } from './text/percentages.ts';
import { scope } from './text/scope.ts';
import { tableClaims } from './text/table-claims.ts';
import { typedFigures } from './text/typed-figures.ts';
import { deadline } from './wording/deadline.ts';
import { emptySections } from './wording/empty-sections.ts';
import { feeUnit } from './wording/fee-unit.ts';
import { partOneLength } from './wording/part-one-length.ts';
import { placeholder } from './wording/placeholder.ts';
import { processingFee } from './wording/processing-fee.ts';
import { reportYear } from './wording/report-year.ts';
import { sections } from './wording/sections.ts';
import { similarity } from './wording/similarity.ts';
import { supervision } from './wording/supervision.ts';

const FORM = LAWS.reportFormat;
const both = (severity: 'error' | 'warning' | 'hint') => ({ own: severity, read: severity });

export const CHECKS: readonly Check[] = [
  { code: 'T3_ROW', basis: `${FORM}表三`, severity: both('error'), observe: rowSum },
  { code: 'T3_COL', basis: `${FORM}表三`, severity: both('error'), observe: columnSum },
  { code: 'T3_BAL', basis: `${FORM}表三勾稽关系`, severity: both('error'), observe: balance },
  { code: 'T4_SUM', basis: `${FORM}表四`, severity: both('error'), observe: litigationSum },
  { code: 'T3_CARRY', basis: `${FORM}表三第二项`, severity: both('error'), observe: carryOver },
  { code: 'NONNEG_INT', basis: FORM, severity: both('error'), observe: wholeNumbers },
  { code: 'NO_BLANK', basis: FORM, severity: { own: 'error', read: 'warning' }, observe: blankCells },
  { code: 'SECTIONS', basis: FORM, severity: { own: 'error', read: 'warning' }, observe: sections },
  { code: 'EMPTY', basis: art(50), severity: { own: 'error', read: null }, observe: emptySections },
  { code: 'DEADLINE', basis: art(49), severity: { own: 'warning', read: 'hint' }, observe: deadline },
  { code: 'T2_STOCK', basis: art(20, { item: 1 }), severity: both('warning'), observe: documentStock },
  {
    code: 'T2_ZERO',
    basis: art(20, { item: 6 }),
    severity: { own: 'warning', read: 'hint' },
    observe: enforcementCount,
  },
  {
    code: 'T2_REG',
    basis: '《立法法》第九十三条',
    severity: { own: 'error', read: 'warning' },
    observe: countyRegulations,
  },
  { code: 'TXT_T3', basis: art(50), severity: both('error'), observe: tableClaims('TXT_T3') },
  { code: 'TXT_T4', basis: art(50), severity: both('error'), observe: tableClaims('TXT_T4') },
  { code: 'TXT_T2', basis: art(50), severity: both('error'), observe: tableClaims('TXT_T2') },
  { code: 'TXT_LIVE', basis: art(50), severity: { own: 'warning', read: null }, observe: typedFigures },
  { code: 'TXT_SUM', basis: art(6), severity: both('error'), observe: partSums },
  { code: 'TXT_PCT', basis: art(6), severity: both('warning'), observe: percentages },
  { code: 'TXT_PCT', basis: art(6), severity: both('warning'), observe: againstLastYear },
  { code: 'FEE', basis: LAWS.feeMeasures, severity: { own: 'error', read: 'warning' }, observe: processingFee },
  { code: 'YEAR', basis: art(6), severity: both('warning'), observe: reportYear },
  { code: 'DUP', basis: art(50), severity: { own: 'warning', read: 'hint' }, observe: similarity },
  {
    code: 'LEN',
    basis: '武政办发〔2025〕54号（地方要求）',
    severity: { own: 'hint', read: null },
    observe: partOneLength,
  },
  { code: 'SUP', basis: art(50, { paragraph: 1, item: 4 }), severity: both('warning'), observe: supervision },
  { code: 'UNIT', basis: `${FORM}表二`, severity: both('warning'), observe: feeUnit },
  { code: 'PLACEHOLDER', basis: art(6), severity: { own: 'error', read: 'warning' }, observe: placeholder },
  { code: 'AGG', basis: art(49), severity: { own: 'error', read: null }, observe: aggregate },
  { code: 'CROSS_CASE', basis: art(50), severity: { own: 'error', read: null }, observe: countedCells },
  { code: 'ENTERED', basis: art(50), severity: { own: 'error', read: null }, observe: enteredFigures },
  { code: 'SCOPE', basis: art(50), severity: both('hint'), observe: scope },
];

/** 读回 CSV [ANR-34]: the lines `render/report-csv.ts` writes, in any order; a line that names no figure of the form is refused by its number. */
import { parse } from 'csv-parse/sync';
import { type Refusal, refuse } from '../../../statute/refusal.ts';
import { APPLICANT_COLUMNS, FORMATS } from '../../form.ts';
import { CSV_HEAD } from '../../render/report-csv.ts';
import { type Figure, type Report, UNSETTLED } from '../../report.ts';
import { BASIS, MAX_CHARACTERS, TOO_LONG } from '../refusals.ts';
import { cellFigure, isMisprint } from '../tables/slot.ts';
import { missingRows } from '../tables/table3.ts';
import { readJson } from './report-json.ts';

const FIGURE = /^-?\d{1,15}(?:\.\d{1,15})?$/;
const SEVENTH = /^\/table3\/rows\/([\d.]{1,5})\/([0-6])$/;
const FIFTH = /^\/table4\/(review|directLitigation|postReviewLitigation)\/([0-4])$/;
const SECOND =
  /^\/table2\/(?:(regulations|normativeDocuments)\/(made|repealed|valid)|(licensing|punishment|coercion|feesWan))$/;
const SECTION = /^\/narrative\/(\d{1,4})$/;

export function isOwnCsv(text: string): boolean {
  return text.startsWith(CSV_HEAD.join(','));
}

export function readCsv(text: string): Report | Refusal {
  if (text.length > 3 * MAX_CHARACTERS) return TOO_LONG;
  let lines: string[][];
  try {
    lines = parse(text, { skip_empty_lines: true, relax_column_count: true });
  } catch {
    return wrong('引号不成对，或者不是逗号分隔的文本');
  }
  const draft = blank();
  const told = new Set<string>();
  for (const [at, line] of lines.slice(1).entries()) {
    const pointer = bare(line[1] ?? '');
    const fault = told.has(pointer) ? `的位置“${pointer.slice(0, 40)}”前面已经有一行` : take(draft, line.map(bare));
    told.add(pointer);
    if (fault) return wrong(`第 ${at + 2} 行${fault}`);
  }
  // A row the form has and the report lacks is null, as from every other file.
  const format = FORMATS.find(({ name }) => name === draft.format)?.name ?? '2021';
  const rows = { ...missingRows(format, '3.6' in draft.table3.rows), ...draft.table3.rows };
  return readJson(
    JSON.stringify({
      ...draft,
      table3: { ...draft.table3, rows },
      table2: draft.hasTable2 ? draft.table2 : null,
      hasTable2: undefined,
    }),
  );
}

interface Draft {
  unit: string | null;
  year: number | null;
  format: string;
  table2: Record<string, Figure | Record<string, Figure>>;
  hasTable2: boolean;
  table3: { columns: readonly string[]; rows: Record<string, Figure[]> };
  table4: Record<string, Figure[]>;
  narrative: { heading: string; text: string }[];
  undecided: string[];
  misprints?: Record<string, string>;
}

const nulls = (length: number) => Array<Figure>(length).fill(null);

function blank(): Draft {
  const stock = () => ({ made: null, repealed: null, valid: null });
  return {
    unit: null,
    year: null,
    format: '',
    table2: {
      regulations: stock(),
      normativeDocuments: stock(),
      licensing: null,
      punishment: null,
      coercion: null,
      feesWan: null,
    },
    hasTable2: false,
    table3: { columns: APPLICANT_COLUMNS, rows: {} },
    table4: { review: nulls(5), directLitigation: nulls(5), postReviewLitigation: nulls(5) },
    narrative: [],
    undecided: [],
  };
}

/** @returns what is wrong with the line */
function take(draft: Draft, [, pointer = '', label = '', , said = '']: readonly string[]): string | undefined {
  if (pointer === '/unit') draft.unit = said === '' ? null : said;
  else if (pointer === '/format') draft.format = said;
  else if (pointer === '/year') {
    if (said !== '' && !/^\d{4}$/.test(said)) return `的年度“${said.slice(0, 20)}”不是四位数字`;
    draft.year = said === '' ? null : Number(said);
  } else if (SECTION.test(pointer)) draft.narrative[Number(SECTION.exec(pointer)![1])] = { heading: label, text: said };
  else {
    const cell = FIGURE.test(said) && pointer === '/table2/feesWan' ? Number(said) : cellFigure(said);
    const misprint = isMisprint(cell) ? cell : undefined;
    if (said !== '' && said !== UNSETTLED && !misprint && !FIGURE.test(said)) return `的“${said.slice(0, 20)}”不是数字`;
    if (said === UNSETTLED) draft.undecided.push(pointer);
    if (misprint) draft.misprints = { ...draft.misprints, [pointer]: misprint.asPrinted };
    if (!place(draft, pointer, misprint?.value ?? (FIGURE.test(said) ? Number(said) : null)))
      return `的位置“${pointer.slice(0, 40)}”不在格式里`;
  }
  return undefined;
}

function place(draft: Draft, pointer: string, figure: Figure): boolean {
  const third = SEVENTH.exec(pointer);
  if (third) {
    draft.table3.rows[third[1]!] ??= nulls(7);
    draft.table3.rows[third[1]!]![Number(third[2])] = figure;
    return true;
  }
  const fourth = FIFTH.exec(pointer);
  if (fourth) {
    draft.table4[fourth[1]!]![Number(fourth[2])] = figure;
    return true;
  }
  const second = SECOND.exec(pointer);
  if (!second) return false;
  draft.hasTable2 = true;
  if (second[3]) draft.table2[second[3]] = figure;
  else (draft.table2[second[1]!] as Record<string, Figure>)[second[2]!] = figure;
  return true;
}

/** The apostrophe that keeps a text from being a formula. */
function bare(cell: string): string {
  return cell.startsWith("'") ? cell.slice(1) : cell;
}

function wrong(what: string): Refusal {
  return refuse('REPORT_CSV', BASIS, `这个 CSV 文件读不了：${what}。请从报告页面重新下载，或者改正这一行。`);
}

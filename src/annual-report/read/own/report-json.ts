/** 读回 JSON [ANR-34]: what was written in the published schema (`report-schema.ts`), whoever wrote it; anything else is refused with the place. */
import Value from 'typebox/value';
import { type Refusal, refuse } from '../../../statute/refusal.ts';
import { formatNamed } from '../../form.ts';
import type { NarrativeSection, Report } from '../../report.ts';
import { REPORT_SCHEMA } from '../../report-schema.ts';
import { BASIS, MAX_CHARACTERS, TOO_LONG } from '../refusals.ts';
import { unfoundRows } from '../tables/unfound.ts';

/** Figures and their names take a few thousand characters more than the prose. */
const LONGEST = 3 * MAX_CHARACTERS;

export function readJson(text: string): Report | Refusal {
  if (text.length > LONGEST) return TOO_LONG;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return wrong('不是完整的 JSON');
  }
  if (!Value.Check(REPORT_SCHEMA, value)) {
    const [first] = Value.Errors(REPORT_SCHEMA, value);
    return wrong(
      first?.instancePath ? `“${first.instancePath.slice(0, 80)}”不对` : '缺少必要的字段，或者有不认识的字段',
    );
  }
  const read = value as unknown as Omit<Report, 'narrative' | 'undecided'> & {
    readonly narrative?: readonly NarrativeSection[];
    readonly undecided?: readonly string[];
  };
  const undecided = [...(read.undecided ?? []), ...unfoundRows(read.table3.rows, formatNamed(read.format))];
  return { ...read, narrative: read.narrative ?? [], undecided: [...new Set(undecided)] };
}

function wrong(what: string): Refusal {
  return refuse(
    'REPORT_JSON',
    BASIS,
    `这个 JSON 文件不合年度报告的格式：${what}。请从报告页面重新下载，或者对照门户“/annual-reports/schema.json”改正。`,
  );
}

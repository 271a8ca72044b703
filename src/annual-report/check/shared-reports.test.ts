/** Real reports, where their folder is given (GONGKAI_CASES): what a careful person found in each, and nothing said of what is true. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../statute/refusal.ts';
import { readReport } from '../read/read-report.ts';
import type { Report, ReportFigures } from '../report.ts';
import { checkReport } from './check-report.ts';
import type { Finding } from './finding.ts';

interface Expected extends Pick<ReportFigures, 'table2' | 'table3' | 'table4'> {
  readonly year: number;
  readonly findings: readonly string[];
  readonly findingKinds: readonly string[];
  readonly narrativeChecks: readonly { readonly left: number; readonly sum: number; readonly ok: boolean }[];
}

const FOLDER = process.env.GONGKAI_CASES ?? '';
const CODES: Readonly<Record<string, string>> = {
  row: 'T3_ROW',
  coltotal: 'T3_COL',
  identity: 'T3_BAL',
  t4: 'T4_SUM',
  blank: 'NO_BLANK',
};

/** The narrative as we read it, with the figures as a careful person read them: reading is proved by its own tests. */
function opened(name: string): { expected: Expected; findings: Finding[] } {
  const expected: Expected = JSON.parse(readFileSync(join(FOLDER, 'expected', `${name}.json`), 'utf8'));
  const file = readdirSync(join(FOLDER, 'raw')).find((each) => each.startsWith(`${name}.`)) ?? '';
  const read = readReport(readFileSync(join(FOLDER, 'raw', file)));
  if (isRefusal(read)) throw new Error(`${file}: ${read.says}`);
  const { table2, table3, table4, year } = expected;
  const report: Report = { ...read, year, table2, table3, table4, undecided: [] };
  return { expected, findings: checkReport(report) };
}

const grave = (findings: readonly Finding[]) => findings.filter(({ severity }) => severity !== 'hint');
const isOfText = ({ code }: Finding) => code.startsWith('TXT_');

const folder = join(FOLDER, 'expected');
const names = FOLDER && existsSync(folder) ? readdirSync(folder).map((file) => file.replace(/\.json$/, '')) : [];

it.skipIf(names.length === 0)('shared reports are there (GONGKAI_CASES names their folder)', () =>
  expect(names).not.toEqual([]),
);

describe.skipIf(names.length === 0)('shared reports', () => {
  it.each(names)('ANR-10 ANR-11 every contradiction of the tables of %s', (name) => {
    const { expected, findings } = opened(name);
    for (const [kind, code] of Object.entries(CODES)) {
      const known = expected.findingKinds.filter((each) => each === kind).length;
      expect({ code, found: grave(findings).filter((finding) => finding.code === code).length }).toEqual({
        code,
        found: known,
      });
    }
  });

  it.each(names)('ANR-14 ANR-15 every contradiction of the narrative of %s', (name) => {
    const { expected, findings } = opened(name);
    const told = grave(findings)
      .filter(isOfText)
      .map(({ left, right }) => ({ left, right }));
    for (const { left, sum } of expected.narrativeChecks.filter(({ ok }) => !ok)) {
      expect(told).toContainEqual({ left, right: sum });
    }
  });

  it.each(names)('ANR-17 nothing against a true sentence of %s', (name) => {
    const { expected, findings } = opened(name);
    const truths = expected.narrativeChecks.filter(({ ok }) => ok).map(({ left }) => left);
    expect(grave(findings).filter((finding) => isOfText(finding) && truths.includes(finding.left ?? -1))).toEqual([]);
  });
});

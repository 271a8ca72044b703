/**
 * Invented reports in every layout of `test/support/report-layouts`. `GONGKAI_LAYOUTS=2000 npx vitest run
 * src/annual-report/read/layouts.test.ts` reads that many and prints the score of each layout.
 */
import { describe, expect, it } from 'vitest';
import { LAYOUTS, type Specimen, specimen } from '../../../test/support/report-layouts/layouts.ts';
import { score } from '../../../test/support/report-layouts/score.ts';
import { isRefusal } from '../../statute/refusal.ts';
import { readReport } from './read-report.ts';

const asked = Number(process.env.GONGKAI_LAYOUTS ?? 0);
const COUNT = asked || LAYOUTS.length * 10;

/** Layouts that lose the borders of figures: full tables that contradict themselves, a third of these, stay open in most rows. */
const LOSES_BORDERS = new Set(['glued rows', 'half glued', 'one line']);
/** What a person has to look at stays open: the least share that is read all the same. */
const ASKS_A_PERSON: Readonly<Record<string, number>> = {
  'other figures beside': 0.75,
  'figures that are not sure': 0.75,
  'figures that are no text': 0.8,
  'merged zeros': 0.9,
  // 表二 has no sum that tells whether its figures run by rows or by columns.
  'columns below': 0.7,
  '表三 twice': 0.1,
  // Nobody printed 总计.
  '总计 missing': 0.85,
  // Three of seven columns are on no page.
  '表三 cut at the edge': 0.6,
  // A report without figures, or one that contradicts itself, proves nothing.
  'sheet over two pages': 0.5,
  // Thousands that nothing sets apart from the next cell.
  'sheet saved as text': 0.9,
  // Small reports have too few figures of two digits to prove how they are written.
  'figures with blanks': 0.9,
};
/** Layouts in which only the place of a figure tells which cells are blank. */
const LOSES_BLANKS = new Set(['aligned with gaps']);

interface Tally {
  right: number;
  undecided: number;
  wrong: string[];
  misnamed: string[];
}

function read({ seed, report, bytes }: Specimen, tally: Tally): void {
  const reading = readReport(bytes);
  if (isRefusal(reading)) return void tally.wrong.push(`seed ${seed}: ${reading.says}`);
  const { right, undecided, wrong } = score(report.figures, reading);
  tally.right += right;
  tally.undecided += undecided;
  tally.wrong.push(...wrong.map((cell) => `seed ${seed}: ${cell.join(' ')}`));
  if (reading.unit !== report.unit || reading.year !== report.year)
    tally.misnamed.push(`seed ${seed}: ${reading.unit} ${reading.year}`);
}

const tallies = new Map<string, Tally>();
for (let seed = 1; seed <= COUNT; seed++) {
  const made = specimen(seed);
  const tally = tallies.get(made.layout) ?? { right: 0, undecided: 0, wrong: [], misnamed: [] };
  tallies.set(made.layout, tally);
  read(made, tally);
}

describe('ANR-21 ANR-55 reads every cell as printed or says that it cannot be decided', () => {
  it.each([...tallies])('%s', (name, { right, undecided, wrong, misnamed }) => {
    const share = right / (right + undecided + wrong.length);
    if (asked)
      console.log(`${name}: ${(100 * share).toFixed(3)} % right, ${undecided} undecided, ${wrong.length} wrong`);
    expect(wrong).toEqual([]);
    expect(misnamed).toEqual([]);
    expect(share).toBeGreaterThan(
      ASKS_A_PERSON[name] ?? (LOSES_BORDERS.has(name) ? 0.6 : LOSES_BLANKS.has(name) ? 0.95 : 0.999),
    );
  });
});

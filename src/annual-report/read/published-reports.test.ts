/** Real reports, kept outside the product: the folder named in GONGKAI_CASES holds `raw/` and what a careful person reads in `expected/`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../statute/refusal.ts';
import { readReport } from './read-report.ts';

const folder = process.env.GONGKAI_CASES;
const raw = folder && existsSync(join(folder, 'raw')) ? readdirSync(join(folder, 'raw')) : [];

describe.skipIf(raw.length === 0)('ANR-21 published reports (GONGKAI_CASES)', () => {
  it.each(raw)('%s', (file) => {
    const report = readReport(readFileSync(join(folder!, 'raw', file)), { fileName: file });
    if (isRefusal(report)) throw new Error(report.says);
    const expected = JSON.parse(readFileSync(join(folder!, 'expected', file.replace(/\.\w+$/, '.json')), 'utf8'));
    const wrong: string[] = [];
    const compare = (pointer: string, printed: unknown, read: unknown): void => {
      if (printed !== null && typeof printed === 'object') {
        for (const [key, value] of Object.entries(printed))
          compare(`${pointer}/${key}`, value, (read as Record<string, unknown> | null)?.[key]);
      } else if (printed !== (read ?? null) && !(report.undecided.includes(pointer) && read === null)) {
        wrong.push(`${pointer}: ${printed} read as ${read}`);
      }
    };
    for (const key of ['year', 'table2', 'table3', 'table4'] as const) compare(`/${key}`, expected[key], report[key]);
    expect(wrong).toEqual([]);
    expect(report.undecided.length).toBeLessThanOrEqual(3);
  });
});

it.skipIf(raw.length > 0)(
  'published reports are not read: GONGKAI_CASES names no folder with raw/ and expected/',
  () => {},
);

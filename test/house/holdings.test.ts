import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { HANDED_KIND_NAMES } from '../../src/desk/people/reorganisation/handed-kinds.ts';
import { HOLDINGS } from '../../src/desk/people/reorganisation/holdings.ts';
import { ROOT, read } from './sources.ts';

/** Every column that names an agency, as the migrations make it: `table.column`. */
function columnsOfAgencies(): string[] {
  const found = new Set<string>();
  let table = '';
  for (const name of readdirSync(join(ROOT, 'migrations')).sort())
    for (const line of read(`migrations/${name}`).split('\n')) {
      table = /^(?:create|alter) table (\w+)/.exec(line)?.[1] ?? table;
      const column = /^\s+(?:add column )?(\w+)\s+text\b/.exec(line)?.[1];
      if (column && (line.includes('references agencies') || column.endsWith('agency_id')))
        found.add(`${table}.${column}`);
      const gone = /^drop table (?:if exists )?(\w+)/.exec(line)?.[1];
      if (gone) for (const one of found) if (one.startsWith(`${gone}.`)) found.delete(one);
    }
  return [...found].sort();
}

it('ORG-4 every column that names an agency says what becomes of it when the agency ends', () =>
  expect(Object.keys(HOLDINGS).sort()).toEqual(columnsOfAgencies()));

it('ORG-4 every kind that is handed over has its column', () => {
  const handed = Object.values(HOLDINGS).flatMap((one) => ('handed' in one ? [one.handed] : []));
  expect([...handed].sort()).toEqual([...HANDED_KIND_NAMES].sort());
});

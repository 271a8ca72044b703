/** The watch in a process of its own, as a rival would be: one round over the site; tells what it found. */
import { readFileSync } from 'node:fs';
import { readFileWithin } from '../../src/main/watch/read-file-within.ts';
import { openDatabase } from '../../src/platform/database.ts';
import { CRAWL_DEFAULTS } from '../../src/supervision/gather/crawl/crawl-site.ts';
import { roundGrades, roundMarks } from '../../src/supervision/store/round-results.ts';
import { lookOver, watchInvented } from '../../test/support/watch-site/look-over.ts';

const [file, connectionString, timeoutMs, slowMs, worker] = process.argv.slice(2) as [
  string,
  string,
  string,
  string,
  string,
];
const told = JSON.parse(readFileSync(file, 'utf8'));
const site = { ...told, titles: new Map<string, string>(told.titles) };
const db = openDatabase({ connectionString });
await db
  .insertInto('agencies')
  .values({ id: 'office', name: '示例县', kind: 'county' } as never)
  .execute();
const watched = await watchInvented(db, site, 'office');
const own = { ...CRAWL_DEFAULTS.own, parallel: 16 };
await lookOver(db, site, watched, {
  ...{ timeoutMs: Number(timeoutMs), slowMs: Number(slowMs), own, others: own, most: 32 },
  readFile: readFileWithin(worker),
});
console.log(JSON.stringify({ marks: await roundMarks(db, 'round'), grades: await roundGrades(db, 'round') }));
await db.destroy();

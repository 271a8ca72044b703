import pg from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { emptyDatabase } from '../../test/support/database.ts';
import { isRefusal } from '../statute/refusal.ts';
import { isNewDatabase, type Migration, migrate, readMigrations } from './migrate.ts';
import { packageRoot } from './package-root.ts';

const first: Migration = { name: '0001-a.sql', text: 'create table a (id int);\ncreate table b (id int);\n' };
const second: Migration = { name: '0002-b.sql', text: 'insert into a values (1);' };
const url = await emptyDatabase();

const run = async (text: string) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(text);
  await client.end();
  return rows;
};
const refusalOf = async (migrations: readonly Migration[]) => {
  const answer = await migrate(url, migrations);
  return isRefusal(answer) ? answer.code : 'accepted';
};

afterEach(() => run('drop schema public cascade; create schema public'));

describe('migrating', () => {
  it('applies each file once, in order, several statements to a file', async () => {
    expect(await isNewDatabase(url)).toBe(true);
    expect(await migrate(url, [first])).toEqual({ applied: ['0001-a.sql'], wasNew: true });
    expect(await isNewDatabase(url)).toBe(false);
    expect(await migrate(url, [first, second])).toEqual({ applied: ['0002-b.sql'], wasNew: false });
    expect(await migrate(url, [first, second])).toEqual({ applied: [], wasNew: false });
    expect(await run('select id from a')).toEqual([{ id: 1 }]);
  });

  it('leaves nothing of a file that fails, and keeps those before it', async () => {
    const broken = { name: '0002-b.sql', text: 'create table c (id int); insert into nowhere values (1);' };
    await expect(migrate(url, [first, broken])).rejects.toThrow('0002-b.sql: relation "nowhere"');
    expect(await run(`select to_regclass('a')::text as a, to_regclass('c')::text as c`)).toEqual([{ a: 'a', c: null }]);
    expect(await migrate(url, [first, second])).toEqual({ applied: ['0002-b.sql'], wasNew: false });
  });

  it('lets programs that start at once take turns', async () => {
    const counted = { name: '0001-a.sql', text: 'create table a (id int); insert into a values (1);' };
    const answers = await Promise.all(Array.from({ length: 6 }, () => migrate(url, [counted])));
    expect(answers.flatMap((answer) => (isRefusal(answer) ? answer.code : answer.applied))).toEqual(['0001-a.sql']);
    expect(await run('select count(*)::int as n from a')).toEqual([{ n: 1 }]);
  });

  it('refuses a database of a newer program', async () => {
    await migrate(url, [first, second]);
    expect(await refusalOf([first])).toBe('DATABASE_IS_NEWER');
  });

  it('refuses when an applied file was edited; line ends of another system are no edit', async () => {
    await migrate(url, [first]);
    expect(await refusalOf([{ ...first, text: `${first.text}--` }, second])).toBe('MIGRATION_CHANGED');
    expect(await refusalOf([{ ...first, text: first.text.replaceAll('\n', '\r\n') }])).toBe('accepted');
  });

  it('refuses a new file numbered before an applied one', async () => {
    await migrate(url, [first]);
    const late = { name: '0000-late.sql', text: 'select 1' };
    expect(await refusalOf([late, first])).toBe('MIGRATION_OUT_OF_TURN');
    expect(await run(`select name from migration`)).toEqual([{ name: '0001-a.sql' }]);
  });

  it('finds the files of this program, numbers distinct', () => {
    const numbers = readMigrations(`${packageRoot()}/migrations`).map(({ name }) => name.slice(0, 4));
    expect(numbers.length).toBeGreaterThan(0);
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});

import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { openDatabase, writeTogether } from './database.ts';

const { db, url } = await testDatabase();
const one = async <T>(query: ReturnType<typeof sql<T>>) => (await query.execute(db)).rows[0];

describe('the database', () => {
  it('gives civil dates as text, counts as numbers, decimals as text, moments as dates', async () => {
    const row = await one(sql<Record<string, unknown>>`
      select date '2026-02-24' as day, count(*) as n, 0.1::numeric + 0.2 as fee, timestamptz '2026-02-24 08:00+08' as at`);
    expect(row).toEqual({ day: '2026-02-24', n: 1, fee: '0.3', at: new Date('2026-02-24T00:00:00Z') });
  });

  it('names statements by their text, so that each is planned once; not behind a pooler', async () => {
    const names = sql<{
      n: number;
    }>`select count(*) as n from pg_prepared_statements where statement = 'select $1::int as once'`;
    await db.connection().execute(async (session) => {
      for (const value of [1, 2, 3]) await sql`select ${value}::int as once`.execute(session);
      expect((await names.execute(session)).rows[0]?.n).toBe(1);
    });
    const plain = openDatabase({ connectionString: url, nameStatements: false, maxConnections: 1 });
    await sql`select ${1}::int as once`.execute(plain);
    expect((await names.execute(plain)).rows[0]?.n).toBe(0);
    await plain.destroy();
  });

  it('writes together what belongs together, all or nothing', async () => {
    await sql`create table scale (weight integer check (weight > 0))`.execute(db);
    await sql`create table shelf (scale integer)`.execute(db);
    const place = (weight: number) =>
      db
        .transaction()
        .execute((tx) =>
          writeTogether(tx, [sql`insert into scale values (${weight})`, sql`insert into shelf values (${weight})`]),
        );
    const placed = sql<{
      weights: number[];
    }>`select array(select weight from scale, shelf where weight = scale) weights`;
    await place(3);
    expect(await one(placed)).toEqual({ weights: [3] });
    await expect(place(-3)).rejects.toThrow('check constraint');
    expect(await one(sql`select count(*) as n from shelf`)).toEqual({ n: 1 });
  });

  it('keeps a bounded number of plans, however many texts there are', async () => {
    await db.connection().execute(async (session) => {
      for (let n = 0; n < 600; n += 1) await sql`select ${n}::int as ${sql.ref(`column_${n}`)}`.execute(session);
      const kept = await sql<{ n: number }>`select count(*) as n from pg_prepared_statements`.execute(session);
      expect(kept.rows[0]?.n).toBeLessThanOrEqual(500);
    });
  });

  it('goes on when its sessions were ended under it', async () => {
    const errors: Error[] = [];
    const pool = openDatabase({ connectionString: url, maxConnections: 1, onError: (error) => errors.push(error) });
    const session = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(pool);
    await sql`select pg_terminate_backend(${session.rows[0]!.pid}::int)`.execute(db);
    await expect.poll(() => errors.length).toBeGreaterThan(0);
    expect((await sql<{ n: number }>`select 1 as n`.execute(pool)).rows).toEqual([{ n: 1 }]);
    await pool.destroy();
  });

  it('orders names by pinyin through the ICU collation', async () => {
    const names = await sql<{ name: string }>`
      select name from (values ('张'), ('安'), ('李')) as people (name) order by name collate "zh-x-icu"`.execute(db);
    expect(names.rows.map(({ name }) => name)).toEqual(['安', '李', '张']);
  });
});

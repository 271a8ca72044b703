import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { emptyDatabase } from '../../../test/support/database.ts';
import { killLeftServers, runCommand, startServer } from '../../../test/support/running-server.ts';
import { append, verifyLedger } from '../../ledger/store.ts';
import { openDatabase } from '../../platform/database.ts';
import { type KeyRing, openKeyFile } from '../../platform/key-file.ts';
import { migrate, readMigrations } from '../../platform/migrate.ts';
import { packageRoot } from '../../platform/package-root.ts';
import { openApplicant } from '../../requests/store/applicants.ts';
import { factsOfFile } from '../../requests/store/stairs.ts';

const home = mkdtempSync(join(tmpdir(), 'gongkai-upgrade-'));
chmodSync(home, 0o755);
afterEach(killLeftServers);
afterAll(() => rmSync(home, { recursive: true, force: true }));
const keyFile = join(home, 'identity.key');
const key = { id: '0000000a', cipher: 'aes-256-gcm', secret: Buffer.alloc(32, 'k').toString('base64url') };
writeFileSync(keyFile, JSON.stringify({ keys: [key] }), { mode: 0o600 });
const keys = openKeyFile(keyFile, { mayCreate: false }) as KeyRing;

const url = await emptyDatabase();
const db = openDatabase({ connectionString: url, maxConnections: 2 });
afterAll(() => db.destroy());
const migrations = readMigrations(join(packageRoot(), 'migrations'));
/** The first in which letters lay in the database. */
const EARLIER = migrations.findIndex(({ name }) => name.startsWith('0011-')) + 1;
const APPLICANT = {
  name: '申请人甲',
  identity: '110101199003070010',
  phone: '',
  email: '',
  address: '',
  representative: '',
};

/** As the program of that time wrote them: its columns, its facts. */
async function fillAsThen(): Promise<void> {
  const sealed = keys.seal(JSON.stringify(APPLICANT), 'applicants/r1');
  const statements = [
    sql`insert into agencies (id, name, kind, credit_code) values ('county', '模范县人民政府', 'government', '11990000000000001X')`,
    sql`insert into officers (id, agency_id, sign_in_name, name, password_hash) values ('o1', 'county', 'jingban', '经办', 'x')`,
    sql`insert into officer_roles values ('o1', 'handler', 'county')`,
    sql`insert into info_requests (id, agency_id, number, query_number, code_digest, channel, applicant_kind, arrived_on,
        received_on, state, wanted, form_wanted) values ('r1', 'county', '公开申〔2025〕1号', '2025000001', 'x', 'counter', 'natural',
        '2025-03-03', '2025-03-03', 'registered', '2024年的预算', 'electronic')`,
    sql`insert into request_facts values ('r1', 1, 'county', 'registered', '2025-03-03', now(), 'o1', '{"channel": "counter"}')`,
    sql`insert into applicants values ('r1', 'county', ${sealed}, '申某', 'x')`,
    sql`insert into request_letters values ('r1', 1, 'receipt', 'county', null, '2025-03-03', true, '{}')`,
    sql`insert into number_series values ('county', 'request', 2025, 1)`,
    sql`select nextval('request_query_numbers')`,
    sql`insert into setting_changes (name, value, why, changed_at, changed_by) values ('identityYears', '7', '档案局的意见', now(), 'o1')`,
  ];
  for (const statement of statements) await statement.execute(db);
  const footprint = { room: 'requests', subject: 'r1', agencyId: 'county', basis: '', content: {} };
  for (const verb of ['registered', 'received'])
    await db.transaction().execute((tx) => append(tx, { verb, ...footprint }, 'o1', new Date('2025-03-03T02:00:00Z')));
}

const counts = async () => {
  const tables = [
    'agencies',
    'officers',
    'officer_roles',
    'info_requests',
    'request_facts',
    'applicants',
    'request_letters',
    'setting_changes',
  ];
  const all = tables.map((table) => sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(db));
  return (await Promise.all(all)).map(({ rows }) => rows[0]!.n);
};

describe('data of an earlier release', () => {
  it('OPS-15 are all there after the upgrade: rows, identity, ledger, and the portal and the check-up read them', async () => {
    expect(await migrate(url, migrations.slice(0, EARLIER))).toMatchObject({ wasNew: true });
    await fillAsThen();
    const before = await counts();

    const server = await startServer({
      ...{ GONGKAI_DATA: join(home, 'data'), GONGKAI_DEMO: 'off' },
      ...{ DATABASE_URL: url, GONGKAI_KEY_FILE: keyFile },
    });
    const upgraded = /数据库已升级：(.*)。/.exec(server.output())?.[1];
    expect(upgraded?.split('、')).toEqual(migrations.slice(EARLIER).map(({ name }) => name));
    expect(await (await fetch(server.portal)).text()).toContain('模范县人民政府');

    expect(await counts()).toEqual(before);
    expect(await openApplicant(db, 'r1', keys)).toEqual(APPLICANT);
    expect(await factsOfFile(db, 'r1')).toMatchObject([{ n: 1, type: 'registered', on: '2025-03-03' }]);
    expect(await verifyLedger(db)).toMatchObject({ seq: 2 });
    const doctor = await runCommand(['doctor'], {
      ...{ GONGKAI_DATA: join(home, 'data'), GONGKAI_DEMO: 'off' },
      ...{ DATABASE_URL: url, GONGKAI_KEY_FILE: keyFile },
    });
    for (const what of ['数据库：能连接，升级都做了', '密钥：', '留痕：最近 2 条首尾相扣'])
      expect(doctor.output).toMatch(new RegExp(`\\[正常\\] +${what}`));
    await server.stop();
  });

  it('OPS-15 an upgrade twice changes nothing', async () => {
    const before = await counts();
    expect(await migrate(url, migrations)).toEqual({ applied: [], wasNew: false });
    expect(await counts()).toEqual(before);
  });
});

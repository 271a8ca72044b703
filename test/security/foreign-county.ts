/** 别的单位的人 in a county at work: what they must not learn of it, and one record of every kind that the demo has none of, which is enough to be found. */
import { sql } from 'kysely';
import { COUNTY } from '../../demo/county.ts';
import { digestOfToken, SESSION_COOKIE } from '../../src/desk/people/session.ts';
import { ROLES, type RoleName } from '../../src/people/role.ts';
import { openSession } from '../../src/people/store/sessions.ts';
import { addAgency, addOfficer } from '../../src/people/store.ts';
import type { Db } from '../../src/platform/database.ts';

const SECRET = '本县的机密记录';
export const ALL_ROLES = Object.keys(ROLES) as RoleName[];

export interface Foreigner {
  readonly roles: readonly RoleName[];
  readonly cookie: string;
}

/** Officers of another county, signed in: one for each list of roles. */
export async function foreigners(db: Db, each: readonly (readonly RoleName[])[], now: Date): Promise<Foreigner[]> {
  const elsewhere = {
    id: 'elsewhere',
    parentId: COUNTY,
    name: '邻县人民政府',
    kind: 'county',
    creditCode: null,
  } as const;
  return db.transaction().execute(async (tx) => {
    await addAgency(tx, { ...elsewhere, contact: {} });
    const made: Foreigner[] = [];
    for (const [n, roles] of each.entries()) {
      const [id, token] = [`foreigner-${n}`, `a token of another agency ${n}`];
      await addOfficer(tx, {
        ...{ id, agencyId: elsewhere.id, signInName: id, name: '外单位', passwordHash: 'nobody' },
        roles: roles.map((role) => ({ role, agencyId: elsewhere.id })),
      });
      await openSession(tx, id, digestOfToken(token), now);
      made.push({ roles, cookie: `${SESSION_COOKIE}=${token}` });
    }
    return made;
  });
}

/** @returns numbers and words of the county that stand in no public place */
export async function seedSecrets(db: Db, now: Date): Promise<string[]> {
  await seed(db, now);
  const { rows } = await sql<{ secret: string }>`
    select number as secret from info_requests union select wanted from info_requests
    union select masked_name from applicants where length(masked_name) > 2
    union select ${SECRET}
    union select e.particulars->>'title' from editions e join documents d on d.id = e.document_id where d.state = 'draft'`.execute(
    db,
  );
  return rows.map(({ secret }) => secret).filter((secret) => secret.length > 2);
}

const SEEDED: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  holiday_notices: { days_off: '[]', make_up_days: '[]' },
  citizen_letters: { state: 'received', kind: 'consultation' },
  citizen_letter_facts: { letter_id: 'seed-citizen_letters', type: 'received' },
  citizen_letter_writers: { letter_id: 'seed-citizen_letters', masked_name: SECRET },
  public_consultations: {
    state: 'opened',
    form: 'opinions',
    title: SECRET,
    content: '{"questions":[],"days":30,"matter":"other","explanation":"","draft":"","otherWays":"","whyShorter":""}',
  },
  public_consultation_facts: { consultation_id: 'seed-public_consultations', type: 'drafted' },
  public_opinions: { consultation_id: 'seed-public_consultations', body: SECRET },
  public_opinion_writers: { opinion_id: 'seed-public_opinions', masked_name: SECRET },
  personal_corrections: { state: 'open', channel: 'counter', applicant_kind: 'natural', record: SECRET },
  personal_correction_facts: { correction_id: 'seed-personal_corrections', type: 'received' },
  personal_correction_applicants: { correction_id: 'seed-personal_corrections', masked_name: SECRET },
  collected_reports: {},
  registered_decisions: { kind: 'licensing', state: 'registered', subject: SECRET },
  deputations: {},
  outbox: { state: 'dead', work: 'send' },
  rectification_tickets: { state: 'open' },
  connections: {},
  sources: {},
  mistake_reports: { state: 'open' },
  oversight_records: {},
  disclosure_complaints: { state: 'open' },
  trainings: { title: SECRET, quiz: JSON.stringify({ id: 'q', seed: 's', dueOn: '2026-12-31', questions: [] }) },
  work_points: { title: SECRET, owner_id: COUNTY },
  reorganisations: { kind: 'merge', state: 'planned', about: [COUNTY], successors: [COUNTY] },
  media_accounts: { platform: 'weibo' },
  media_posts: { account_id: 'seed-media_accounts' },
  wechat_posts: { state: 'written', account_id: 'seed-media_accounts', title: SECRET },
};

async function seed(db: Db, now: Date): Promise<void> {
  for (const [table, told] of Object.entries(SEEDED)) {
    const { rows } = await sql<{ name: string; type: string }>`
      select column_name as name, data_type as type from information_schema.columns
      where table_name = ${table} and is_nullable = 'NO' and column_default is null and is_identity = 'NO'`.execute(db);
    const row = Object.fromEntries(
      rows.map(({ name, type }) => [
        name,
        told[name] ?? (name === 'agency_id' ? COUNTY : invented(table, name, type, now)),
      ]),
    );
    await db.transaction().execute(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx);
      const columns = sql.join(Object.keys(row).map((name) => sql.ref(name)));
      await sql`insert into ${sql.table(table)} (${columns}) values (${sql.join(Object.values(row))})`.execute(tx);
    });
  }
}

function invented(table: string, name: string, type: string, now: Date): unknown {
  if (name === 'id') return `seed-${table}`;
  if (type === 'date') return '2026-03-02';
  if (type.startsWith('timestamp')) return now;
  if (type === 'integer' || type === 'bigint' || type === 'numeric') return 1;
  if (type === 'boolean') return true;
  if (type === 'ARRAY') return [];
  return type === 'jsonb' ? '{}' : `${SECRET}${table}.${name}`;
}

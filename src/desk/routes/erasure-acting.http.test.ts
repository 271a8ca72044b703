/** 到期清除 of whoever acts for an applicant and of those who apply together with him [REQ-129]: he is not the only one who is named. */
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { openDesk } from '../../../test/support/open-desk.ts';
import { KEYS } from '../../../test/support/request-desk.ts';
import { REGISTER } from '../../../test/support/request-play.ts';
import { SEALED_COLUMNS } from '../../main/keys/key-places.ts';
import { openFileStore } from '../../platform/files/file-store.ts';
import { drawnUp } from '../../requests/letters/draw-up.ts';
import { ERASED } from '../../requests/letters/wording.ts';
import { eraseConfirmed } from '../../requests/store/erasure.ts';
import { listLetters } from '../../requests/store/letters.ts';
import { insertAttachment } from '../../requests/store/request-files.ts';
import { civil } from '../../statute/civil-date.ts';
import { isRefusal } from '../../statute/refusal.ts';

const home = mkdtempSync(join(tmpdir(), 'gongkai-acting-'));
const files = openFileStore(home, KEYS);
const { db } = await testDatabase();
const office = await openDesk(db, { files });
const { as, house } = office;

const AGENT = { name: '李代办', identity: '律师执业证 11101202010999999', phone: '13700001111' };
const TOGETHER = ['赵同行', '钱同行', '孙同行'];
const MARKS = [AGENT.name, '11101202010999999', AGENT.phone, ...TOGETHER, '等4名申请人', REGISTER.applicant.name];

async function mandate(requestId: string, name: string): Promise<string> {
  const kept = await files.keep(
    (async function* () {
      yield Buffer.from(`兹委托${name}办理`);
    })(),
    `${name}的授权委托书.txt`,
  );
  if (isRefusal(kept)) throw new Error(kept.says);
  const where = { requestId, agencyId: 'county', factN: 1, taskId: null, addedBy: 'officer-handler' } as const;
  await db
    .transaction()
    .execute((tx) => insertAttachment(tx, { ...kept, ...where, addedAt: house.now(), purpose: 'mandate' }, KEYS));
  return kept.id;
}

/** Everything the database holds, in the clear and behind a seal. */
async function wordsInDatabase(): Promise<string> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(db);
  const words: string[] = [];
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`select to_jsonb(t)::text as row from ${sql.table(name)} as t`.execute(
      db,
    );
    words.push(...rows.map(({ row }) => row));
  }
  for (const { table, row, column, contextOf } of SEALED_COLUMNS) {
    const { rows } = await sql<{ id: string; sealed: string }>`
      select ${sql.ref(row)} as id, ${sql.ref(column)} as sealed from ${sql.table(table)}
      where ${sql.ref(column)} is not null`.execute(db);
    words.push(...rows.map(({ id, sealed }) => KEYS.open(sealed, contextOf(id))));
  }
  return words.join('\n');
}
const marksIn = (words: string) => MARKS.filter((mark) => words.includes(mark));
const onDisk = () =>
  readdirSync(join(home, 'kept'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

const ids: Record<'acting' | 'together', string> = { acting: '', together: '' };
const papers: string[] = [];
beforeAll(async () => {
  for (const [which, change] of [
    ['acting', { agent: AGENT }],
    ['together', { together: TOGETHER }],
  ] as const) {
    office.on('2021-03-02');
    const applicant = { ...REGISTER.applicant, ...change };
    const { request } = await office.register({ on: civil('2021-03-02'), agencyId: 'county', applicant });
    papers.push(await mandate(request.id, AGENT.name));
    office.on('2021-03-12');
    await office.act(request.id, '2021-03-03', 'askCorrection', { what: '请补交授权委托书', workdays: 10 });
    await office.act(request.id, '2021-03-08', 'receiveCorrection', { what: REGISTER.wanted, why: '' });
    await office.reply(request.id, '2021-03-10');
    await office.act(request.id, '2021-03-12', 'archive', {});
    ids[which] = request.id;
  }
});

describe('代理人和共同申请的其他人', () => {
  it('REQ-129 are there before: what is not found afterwards was not simply lost', async () => {
    expect(marksIn(await wordsInDatabase()).sort()).toEqual([...MARKS].sort());
    expect(onDisk()).toEqual(expect.arrayContaining(papers));
    const { paper } = (await listLetters(db, ids.together)).at(-1)!;
    const told = JSON.stringify(drawnUp(paper, { ...REGISTER.applicant, together: TOGETHER }));
    expect(told).toContain('等4名申请人');
  });

  it('REQ-129 SEC-27 are erased with the applicant: no column, no seal, no file, no letter and no list names one of them', async () => {
    office.on('2026-03-13');
    const sent = { agencyId: 'county', kind: 'application', fileIds: Object.values(ids) };
    expect((await as('officeHead').post('/api/erasure', sent)).statusCode).toBe(200);
    for (let erased = 1; erased > 0; ) erased = await eraseConfirmed(house, files);

    expect(marksIn(await wordsInDatabase())).toEqual([]);
    expect(onDisk().filter((id) => papers.includes(id))).toEqual([]);
    for (const id of Object.values(ids)) {
      const view = await as('handler').get(`/api/requests/${id}`);
      expect([view.statusCode, marksIn(view.body)]).toEqual([200, []]);
      expect((await as('handler').post(`/api/requests/${id}/identity`, { reason: 'contact' })).statusCode).toBe(404);
      for (const { n, kind, paper } of await listLetters(db, id)) {
        const drawn = await as('handler').post(`/api/requests/${id}/letters/${n}/${kind}/docx`, {});
        expect(drawn.statusCode).toBe(200);
        expect(marksIn(JSON.stringify(drawnUp(paper, undefined)))).toEqual([]);
        if (kind !== 'serviceRecord') expect(JSON.stringify(drawnUp(paper, undefined))).toContain(ERASED);
      }
    }
    expect(marksIn((await as('handler').get('/api/requests')).body)).toEqual([]);
  });
});

import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { KEYS, requestDesk } from '../../../test/support/request-desk.ts';
import { REGISTER } from '../../../test/support/request-play.ts';
import { runCommand } from '../../../test/support/running-server.ts';
import { verifyLedger } from '../../ledger/store.ts';
import { PUBLIC, SYSTEM } from '../../people/actor.ts';
import { contactOf, saveContact } from '../../people/store/contacts.ts';
import { type House, perform } from '../../perform.ts';
import { openFileStore } from '../../platform/files/file-store.ts';
import { folderShelf } from '../../platform/files/folder-shelf.ts';
import { takeKeyTurn } from '../../platform/key-change.ts';
import { type KeyFile, type KeyRing, openKeyFile, readKeyFile } from '../../platform/key-file.ts';
import { openApplicant } from '../../requests/store/applicants.ts';
import { insertAttachment, listAttachments } from '../../requests/store/request-files.ts';
import { earlierSubmission, registerOnce } from '../../requests/store/submissions.ts';
import { civil } from '../../statute/civil-date.ts';
import { isRefusal } from '../../statute/refusal.ts';
import { keysInUse, SEALED_COLUMNS } from './key-places.ts';
import { keyStairs } from './key-stairs.ts';
import { type Rotated, rotate } from './rotate.ts';

const home = mkdtempSync(join(tmpdir(), 'gongkai-rotate-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const keyFile = join(home, 'identity.key');
const filesFolder = join(home, 'files');
const OLD = { id: '0000000a', cipher: 'aes-256-gcm', secret: Buffer.alloc(32, 'k').toString('base64url') } as const;

const { db, url } = await testDatabase();
const office = await requestDesk(db);
const files = openFileStore(filesFolder, KEYS);
const shelved = { shelf: folderShelf(filesFolder), folder: filesFolder };
let clock = new Date('2026-06-30T02:00:00Z');
const house: House = { ...office.house, now: () => clock };
const later = (minutes: number) => {
  clock = new Date(clock.getTime() + minutes * 60_000);
};
const FORM = { token: '表单凭证', answers: '{}' };
const content = Buffer.alloc(150_000, '甲');

/** One of everything that is sealed, and more names of files than one step takes. */
async function fill(): Promise<{ requestId: string; fileId: string }> {
  const { request } = await office.register();
  const kept = await files.keep(
    (async function* () {
      yield content;
    })(),
    '身份证.txt',
  );
  if (isRefusal(kept)) throw new Error(kept.says);
  const submitted = await registerOnce(house, KEYS, PUBLIC, FORM, 'ABCD-EFGH-JKMN', {
    ...REGISTER,
    on: civil('2026-06-30'),
    channel: 'web',
    formWanted: 'electronic',
  });
  if (isRefusal(submitted)) throw new Error(submitted.says);
  await db.transaction().execute(async (tx) => {
    await sql`insert into officers (id, agency_id, sign_in_name, name, password_hash) values ('o1', 'county', 'o1', '甲', '')
      on conflict do nothing`.execute(tx);
    await saveContact(tx, 'o1', { email: 'a@b.cn', mobile: '13800000000', byMail: [], bySms: [] }, KEYS);
    const one = {
      requestId: request.id,
      agencyId: 'county',
      factN: null,
      purpose: 'application',
      taskId: null,
    } as const;
    const rest = { addedBy: 'public', addedAt: clock } as const;
    await insertAttachment(tx, { ...kept, ...one, ...rest }, KEYS);
    for (let n = 0; n < 410; n += 1)
      await insertAttachment(tx, { ...kept, ...one, ...rest, id: `${n}`.padStart(5, '0'), name: `附件${n}` }, KEYS);
  });
  return { requestId: request.id, fileId: kept.id };
}

let there: Awaited<ReturnType<typeof fill>>;
beforeEach(async () => {
  for (const table of ['request_submissions', 'request_files', 'officer_contacts', 'applicants'])
    await sql`delete from ${sql.table(table)}`.execute(db);
  rmSync(join(filesFolder, 'kept'), { recursive: true, force: true });
  writeFileSync(keyFile, JSON.stringify({ keys: [OLD] }), { mode: 0o600 });
  there = await fill();
});

const run = (change: Partial<Parameters<typeof rotate>[0]> = {}) =>
  rotate({ house, keyFile, files: shelved, removeOld: false, onStep: () => {}, ...change });
const done = async (...given: Parameters<typeof run>): Promise<Rotated> => {
  const result = await run(...given);
  if (isRefusal(result)) throw new Error(result.says);
  return result;
};
const refusal = async (...given: Parameters<typeof run>) => {
  const result = await run(...given);
  return isRefusal(result) ? `${result.code} ${result.says}` : 'done';
};
const ring = (): KeyRing => openKeyFile(keyFile, { mayCreate: false }) as KeyRing;
const fileNow = () => readKeyFile(keyFile) as KeyFile;
const idsInUse = async () =>
  [...new Set((await keysInUse(db, shelved.shelf)).flatMap(({ counts }) => [...counts.keys()]))].sort();

/** As the server reads: everything, with these keys. */
async function readsAll(keys: KeyRing): Promise<boolean> {
  const applicant = await openApplicant(db, there.requestId, keys);
  const names = (await listAttachments(db, there.requestId, keys)).map(({ name }) => name);
  const contact = await contactOf(db, 'o1', keys);
  const submitted = await earlierSubmission(db, keys, FORM, clock);
  const chunks: Buffer[] = [];
  for await (const chunk of openFileStore(filesFolder, keys).read(there.fileId)) chunks.push(chunk);
  return (
    applicant?.name === REGISTER.applicant.name &&
    names.length === 411 &&
    names.includes('附件409') &&
    contact.mobile === '13800000000' &&
    submitted !== undefined &&
    !isRefusal(submitted) &&
    submitted.code === 'ABCD-EFGH-JKMN' &&
    Buffer.concat(chunks).equals(content)
  );
}

it('SEC-16 every sealed column of the database is one that a rotation reaches', async () => {
  const { rows } = await sql<{ name: string; type: string }>`
    select table_name || '.' || column_name as name, data_type as type from information_schema.columns
    where table_schema = 'public'`.execute(db);
  const sealed = rows.filter(({ name }) => /sealed/.test(name)).map(({ name }) => name);
  expect(sealed.sort()).toEqual(SEALED_COLUMNS.map(({ table, column }) => `${table}.${column}`).sort());
  expect(rows.filter(({ type }) => type === 'bytea')).toEqual([]);
});

describe('gongkai keys rotate', () => {
  it('SEC-16 seals everything anew, and a program that runs meanwhile reads and seals with the new key at once', async () => {
    const running = ring();
    expect(running.newestId()).toBe(OLD.id);
    const { newest, done: count, left } = await done();
    expect([count, left, await idsInUse()]).toEqual([416, 0, [newest]]);
    expect(running.seal('甲', 'x').startsWith(`${newest}.`)).toBe(true);
    expect(await readsAll(running)).toBe(true);
    expect(readdirSync(join(filesFolder, 'quarantine'))).toEqual([]);
  });

  it('SEC-16 cut off after any step, everything can be read and the next run goes on with the same key', async () => {
    let steps = 0;
    for (let finished = false; !finished; steps += 1) {
      writeFileSync(keyFile, JSON.stringify({ keys: [fileNow().keys.at(-1)] }));
      let left = steps;
      finished = await run({
        onStep: () => {
          if (left === 0) throw new Error('killed');
          left -= 1;
        },
      }).then(
        (result) => !isRefusal(result),
        () => false,
      );
      expect(fileNow().keys).toHaveLength(2);
      const made = fileNow().keys.at(-1)!.id;
      expect(await readsAll(keptDigests(ring()))).toBe(true);
      expect(await done()).toMatchObject({ newest: made, left: 0 });
      expect(await readsAll(keptDigests(ring()))).toBe(true);
    }
    expect(steps).toBeGreaterThan(6);
  });

  it('SEC-16 one that comes while another changes the file waits for it and goes on with its key', async () => {
    const theirs = { ...OLD, id: '0000000c', madeAt: clock.toISOString() };
    let settled = false;
    const [ours] = await db.transaction().execute(async (tx) => {
      await takeKeyTurn(tx);
      const waiting = perform(house, keyStairs({ keyFile, files: shelved }), SYSTEM, { verb: 'addKey' });
      void waiting.then(() => {
        settled = true;
      });
      for (let isWaiting = false; !isWaiting && !settled; ) {
        const { rows } = await sql`select from pg_stat_activity where wait_event_type = 'Lock'
          and query like '%key_turn%' and datname = current_database()`.execute(db);
        isWaiting = rows.length > 0;
      }
      writeFileSync(keyFile, JSON.stringify({ keys: [OLD, theirs] }));
      return [waiting] as const;
    });
    expect(await ours).toEqual({ keys: [OLD, theirs] });
    expect(fileNow().keys).toEqual([OLD, theirs]);
  });

  it('SEC-16 two at once leave one new key and nothing unreadable', async () => {
    const results = await Promise.all([done(), done()]);
    expect(fileNow().keys).toHaveLength(2);
    expect(new Set(results.map(({ newest }) => newest)).size).toBe(1);
    expect(await readsAll(ring())).toBe(true);
    expect(await idsInUse()).toEqual([results[0].newest]);
  });

  it('SEC-16 reaches what was saved under the old key after it began', async () => {
    const { newest } = await done();
    await sql`update applicants set sealed = ${KEYS.seal('{"name":"改过的"}', `applicants/${there.requestId}`)}
      where request_id = ${there.requestId}`.execute(db);
    expect(await done()).toMatchObject({ newest, done: 1 });
    expect(await openApplicant(db, there.requestId, ring())).toEqual({ name: '改过的' });
  });

  it('SEC-16 each change of keys stands in the ledger by the id of the key', async () => {
    const before = (await sql<{ n: number }>`select count(*) as n from ledger_entries where room = 'keys'`.execute(db))
      .rows[0]!.n;
    const { newest } = await done();
    await done();
    later(11);
    await done({ removeOld: true });
    const { rows } = await sql<{ verb: string; subject: string }>`
      select verb, subject from ledger_entries where room = 'keys' order by seq offset ${before}`.execute(db);
    expect(rows).toEqual([
      { verb: 'addedKey', subject: newest },
      { verb: 'removedOldKeys', subject: newest },
    ]);
    expect(await verifyLedger(db)).not.toHaveProperty('why');
  });

  it('SEC-16 nobody but the operator at the server changes keys', async () => {
    const stairs = keyStairs({ keyFile, files: shelved });
    for (const actor of Object.values(office.people))
      expect(await perform(house, stairs, actor, { verb: 'addKey' })).toMatchObject({ code: 'NOT_YOUR_ROLE' });
    expect(fileNow().keys).toHaveLength(1);
  });
});

/** Digests of forms are those of the first key; where a test has thrown that away, they are not what it asks about. */
function keptDigests(keys: KeyRing): KeyRing {
  return { ...keys, digest: KEYS.digest };
}

describe('the old key', () => {
  it('SEC-17 is removed only when asked, when nothing lies under it and when what was begun before is over', async () => {
    await done();
    expect(await refusal({ removeOld: true })).toMatch(/SEC-17 新密钥启用不到 10 分钟/);
    expect(fileNow().keys).toHaveLength(2);
    later(10);
    expect(await done({ removeOld: true })).toMatchObject({ older: [], left: 0 });
    expect(fileNow().keys).toHaveLength(1);
    expect(await readsAll(ring())).toBe(true);
    expect(await refusal({ removeOld: true })).toMatch(/SEC-17 .*没有旧的可以去掉/);
  });

  it('SEC-17 stays while a value does not open, and says which', async () => {
    await sql`update request_files set name_sealed = ${`${OLD.id}.AAAA`} where id = '00007'`.execute(db);
    expect(await done()).toMatchObject({ left: 1, stuck: ['request_files 00007'] });
    later(30);
    expect(await refusal({ removeOld: true })).toMatch(/SEC-17 还有 1 个值/);
    expect(fileNow().keys).toHaveLength(2);
  });

  it('SEC-17 leaves its digests, so that query codes and earlier applications are still found, also after the next one', async () => {
    const before = ring().digest('ABCD', 'request-code');
    for (const _ of [1, 2]) {
      await done();
      later(10);
      await done({ removeOld: true });
      expect(ring().digest('ABCD', 'request-code')).toBe(before);
    }
    expect(await readsAll(ring())).toBe(true);
    expect(readFileSync(keyFile, 'utf8')).not.toContain(OLD.secret);
  });
});

describe('a lost key', () => {
  it('SEC-18 is told with what lies under it, and no rotation begins', async () => {
    const other = { ...OLD, id: '0000000b', secret: Buffer.alloc(32, 'x').toString('base64url') };
    writeFileSync(keyFile, JSON.stringify({ keys: [other] }));
    expect(await refusal()).toMatch(/SEC-18 有 416 个值是用密钥 0000000a 加密的.*请先从备份找回/);
    expect(fileNow().keys).toEqual([other]);
    const { code, output } = await runCommand(['keys', 'status'], env());
    expect([code, output]).toEqual([1, expect.stringMatching(/0000000a {2}密钥文件里没有，416 个值打不开/)]);
  });
});

const env = () => ({ GONGKAI_DATA: home, GONGKAI_DEMO: 'off', DATABASE_URL: url, GONGKAI_KEY_FILE: keyFile });

describe('the command and the file', () => {
  it('SEC-19 prints ids and counts by table, never a key; the file stays its owner’s alone', async () => {
    chmodSync(keyFile, 0o644);
    const rotated = await runCommand(['keys', 'rotate'], env());
    const status = await runCommand(['keys', 'status'], env());
    expect([rotated.code, status.code]).toEqual([0, 0]);
    const [, fresh] = fileNow().keys;
    expect(rotated.output).toContain(`全部用密钥 ${fresh!.id} 加密`);
    expect(status.output).toMatch(new RegExp(`request_files.name_sealed +${fresh!.id} 411`));
    expect(status.output).toMatch(new RegExp(`files/kept +${fresh!.id} 1\n`));
    for (const { secret } of fileNow().keys) expect(rotated.output + status.output).not.toContain(secret);
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    expect(readdirSync(home).filter((name) => name.startsWith('identity.key'))).toEqual(['identity.key']);
  });

  it('SEC-19 says what to do where the file cannot be exchanged, and changes nothing', async () => {
    // So long a name that none longer fits beside it: that holds root back too, whom no permission does.
    const path = join(home, 'k'.repeat(254));
    writeFileSync(path, JSON.stringify({ keys: [OLD] }));
    later(1);
    expect(await refusal({ keyFile: path })).toMatch(/KEY_FILE_UNCHANGEABLE .*没有改变.*用 GONGKAI_KEY_FILE 指向它/);
    expect((readKeyFile(path) as KeyFile).keys).toEqual([OLD]);
    expect(await idsInUse()).toEqual([OLD.id]);
    const { rows } = await sql`select from ledger_entries where room = 'keys'
      and at = ${clock}`.execute(db);
    expect(rows).toEqual([]);
  });

  it('SEC-19 refuses another word, and a database that was never started on', async () => {
    expect((await runCommand(['keys', 'erase'], env())).code).toBe(2);
    expect((await runCommand(['keys', 'status', '--remove-old'], env())).code).toBe(2);
  });
});

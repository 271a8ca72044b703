import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { openDesk, type Who } from '../../../test/support/open-desk.ts';
import { KEYS } from '../../../test/support/request-desk.ts';
import { REGISTER } from '../../../test/support/request-play.ts';
import { verifyLedger } from '../../ledger/store.ts';
import { openFileStore } from '../../platform/files/file-store.ts';
import { openApplicant } from '../../requests/store/applicants.ts';
import { eraseConfirmed } from '../../requests/store/erasure.ts';
import { trackRequest } from '../../requests/store/files.ts';
import { insertAttachment, listAttachments } from '../../requests/store/request-files.ts';
import { civil } from '../../statute/civil-date.ts';
import { isRefusal } from '../../statute/refusal.ts';
import type { ErasureView } from '../contract/erasure.ts';

const home = mkdtempSync(join(tmpdir(), 'gongkai-erasure-'));
afterAll(() => rmSync(home, { recursive: true }));
const files = openFileStore(home, KEYS);
const { db } = await testDatabase();
const office = await openDesk(db, { files });
const { as, house } = office;

async function attach(requestId: string, purpose: 'application' | 'evidence' | 'released'): Promise<string> {
  const kept = await files.keep(
    (async function* () {
      yield Buffer.from('张小满的材料');
    })(),
    '张小满.txt',
  );
  if (isRefusal(kept)) throw new Error(kept.says);
  const where = { requestId, agencyId: 'county', factN: 1, taskId: null, addedBy: 'public', addedAt: house.now() };
  await db.transaction().execute((tx) => insertAttachment(tx, { ...kept, ...where, purpose }, KEYS));
  return kept.id;
}

let made = 0;
/** Received, answered and archived in the first days of March 2021. */
async function archived(agencyId = 'county') {
  office.on('2021-03-05');
  made += 1;
  const codeDigest = `digest-${made}`;
  const { request } = await office.register({ on: civil('2021-03-02'), agencyId, codeDigest });
  await office.reply(request.id, '2021-03-04');
  await office.act(request.id, '2021-03-05', 'archive', {});
  return { ...request, codeDigest };
}

const view = async (who: Who = 'officeHead'): Promise<ErasureView> => (await as(who).get('/api/erasure')).json();
const dueIds = async (who: Who = 'officeHead') =>
  (await view(who)).agencies.flatMap(({ due }) => due.map(({ fileId }) => fileId));
const confirm = async (requestIds: readonly string[], who: Who = 'officeHead', agencyId = 'county') => {
  const response = await as(who).post('/api/erasure', { agencyId, fileIds: requestIds, kind: 'application' });
  return { status: response.statusCode, code: response.json().code, says: response.json().says };
};
const onDisk = () =>
  readdirSync(join(home, 'kept'), { recursive: true })
    .map(String)
    .filter((path) => path.includes('/'))
    .map((path) => path.split('/').at(-1)!);
const entries = async (verb: string) =>
  (
    await sql<{ subject: string; basis: string }>`select subject, basis from ledger_entries where verb = ${verb}
      order by seq`.execute(db)
  ).rows;
/** Everything else of the test is done with. */
const finishOthers = async () => {
  for (let erased = 1; erased > 0; ) erased = await eraseConfirmed(house, files);
};

describe('what is due', () => {
  it('SEC-25 stands on the list from the day after its last, without a word of what it is about', async () => {
    const { id, number } = await archived();
    await attach(id, 'application');
    await attach(id, 'released');
    office.on('2026-03-05');
    expect(await dueIds()).toEqual([]);
    office.on('2026-03-06');
    const { kept, agencies, more } = await view();
    expect([kept, more]).toEqual(['归档满5年', false]);
    expect(agencies).toEqual([
      {
        agency: { name: 'county', term: '示范县人民政府' },
        kind: { name: 'application', term: '政府信息公开申请' },
        due: [{ fileId: id, number, closedOn: '2021-03-04', dueOn: '2026-03-05', files: 1 }],
      },
    ]);
    expect(await dueIds('securityAdmin')).toEqual([id]);
  });

  it('SEC-26 nothing is erased that nobody has confirmed, however often the sweep comes', async () => {
    expect(await eraseConfirmed(house, files)).toBe(0);
    expect(await openApplicant(db, (await dueIds())[0]!, KEYS)).toMatchObject({ name: '张小满' });
  });
});

describe('a confirmed erasure', () => {
  it('SEC-27 takes identity, the applicant’s papers and the code, keeps the rest, and leaves the ledger whole', async () => {
    const { id, queryNumber, codeDigest } = await archived();
    const [given, proof, released] = [
      await attach(id, 'application'),
      await attach(id, 'evidence'),
      await attach(id, 'released'),
    ];
    office.on('2026-03-06');
    const look = () => trackRequest(db, queryNumber, codeDigest, civil('2026-03-06'), house.calendar());
    expect(await look()).toBeDefined();
    expect((await confirm([id])).status).toBe(200);
    expect(await dueIds()).not.toContain(id);
    expect(await eraseConfirmed(house, files)).toBe(1);

    expect(await openApplicant(db, id, KEYS)).toBeUndefined();
    expect(onDisk()).not.toContain(given);
    expect(onDisk()).not.toContain(proof);
    expect(onDisk()).toContain(released);
    expect((await listAttachments(db, id, KEYS)).map((one) => one.id)).toEqual([released]);
    expect(await look()).toBeUndefined();
    const shown = (await as('handler').get(`/api/requests/${id}`)).json();
    expect(shown.line).toMatchObject({ wanted: REGISTER.wanted });
    expect(shown.history.length).toBeGreaterThan(5);
    // Other applications of the like show their own masked names.
    expect(JSON.stringify({ ...shown, proactive: null })).not.toContain('张');
    expect(await as('handler').post(`/api/requests/${id}/identity`, { reason: 'contact' })).toMatchObject({
      statusCode: 404,
    });
    expect((await entries('erasedIdentity')).at(-1)).toEqual({
      subject: id,
      basis: '《个人信息保护法》第十九条、第四十七条（身份信息和 2 个附件）',
    });
    expect(await verifyLedger(db)).not.toHaveProperty('why');
  });

  it('SEC-27 its letters are still handed out, with the name left out', async () => {
    const { id } = await archived();
    office.on('2026-03-06');
    await confirm([id]);
    await finishOthers();
    const { history } = (await as('handler').get(`/api/requests/${id}`)).json();
    const { n, letters } = history.find((line: { letters: unknown[] }) => line.letters.length > 0);
    const letter = await as('handler').post(`/api/requests/${id}/letters/${n}/${letters[0].kind}/docx`, {});
    expect(letter.statusCode).toBe(200);
  });

  it('SEC-27 no code is given out for it any more, since nobody could be held against an identity', async () => {
    const { id } = await archived();
    office.on('2026-03-06');
    await confirm([id]);
    await finishOthers();
    const { seen } = (await as('handler').get(`/api/requests/${id}`)).json();
    const renewed = await as('handler').post(`/api/requests/${id}/code`, { seen, document: '居民身份证原件' });
    expect(renewed.json()).toMatchObject({ code: 'SEC-27', says: expect.stringContaining('不能补发查询码') });
  });

  it('SEC-28 killed while the files go, the next round finishes; a round more changes nothing', async () => {
    const { id } = await archived();
    const ids = [await attach(id, 'application'), await attach(id, 'evidence')];
    office.on('2026-03-06');
    await finishOthers();
    await confirm([id]);
    let left = 1;
    const killed = eraseConfirmed(house, {
      async erase(file) {
        if (left === 0) throw new Error('killed');
        left -= 1;
        await files.remove(file);
      },
    });
    await expect(killed).rejects.toThrow('killed');
    expect(await openApplicant(db, id, KEYS)).toBeUndefined();
    expect(onDisk().filter((file) => ids.includes(file))).toHaveLength(1);
    expect(await eraseConfirmed(house, files)).toBe(1);
    expect(await eraseConfirmed(house, files)).toBe(0);
    expect(onDisk().filter((file) => ids.includes(file))).toEqual([]);
    expect((await listAttachments(db, id, KEYS)).length).toBe(0);
    expect((await entries('erasedIdentity')).filter(({ subject }) => subject === id)).toHaveLength(1);
  });

  it('SEC-28 does not happen when a case was filed after it was confirmed', async () => {
    const { id } = await archived();
    office.on('2026-03-06');
    await finishOthers();
    await confirm([id]);
    await office.remedy({ requestId: id, caseNumber: `${id}号`, filedOn: civil('2026-03-06') });
    expect(await eraseConfirmed(house, files)).toBe(0);
    expect(await openApplicant(db, id, KEYS)).toMatchObject({ name: '张小满' });
    expect((await entries('keptIdentity')).map(({ subject }) => subject)).toEqual([id]);
    expect(await dueIds()).not.toContain(id);
  });
});

describe('a list that has changed', () => {
  it('SEC-26 a second click, and two at once, confirm once', async () => {
    const { id } = await archived();
    office.on('2026-03-06');
    const both = await Promise.all([confirm([id]), confirm([id], 'securityAdmin')]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await confirm([id])).toMatchObject({ status: 409, code: 'SEC-26' });
    const { rows } = await sql`select from identity_erasures where request_id = ${id}`.execute(db);
    expect(rows).toHaveLength(1);
  });

  it('SEC-26 one that is not due stops them all; so does an unknown one, another agency’s, and none', async () => {
    const { id } = await archived();
    const { id: townId } = await archived('town');
    office.on('2026-03-05');
    expect(await confirm([id])).toMatchObject({ code: 'SEC-26' });
    office.on('2026-03-06');
    for (const list of [[id, 'unknown'], [id, townId], []])
      expect(await confirm(list)).toMatchObject({ status: 409, code: 'SEC-26' });
    expect(await dueIds()).toContain(id);
  });
});

describe('who may not', () => {
  it.each(['handler', 'signatory', 'auditor', 'systemAdmin', 'legal', 'idle'] as const)(
    'SEC-26 %s neither reads nor confirms the list',
    async (who) => {
      const { id } = await archived();
      office.on('2026-03-06');
      expect((await as(who).get('/api/erasure')).statusCode).toBe(403);
      expect(await confirm([id], who)).toMatchObject({ status: 403 });
      expect(await dueIds()).toContain(id);
    },
  );

  it('SEC-26 of another agency nobody, signed in nowhere nobody, and no other page', async () => {
    const { id } = await archived();
    office.on('2026-03-06');
    expect(await confirm([id], 'officeHead', 'elsewhere')).toMatchObject({ status: 409 });
    expect((await office.nobody.get('/api/erasure')).statusCode).toBe(401);
    expect(
      (await office.foreignPage.post('/api/erasure', { agencyId: 'county', kind: 'application', fileIds: [id] }))
        .statusCode,
    ).toBe(403);
    expect(await dueIds()).toContain(id);
  });
});

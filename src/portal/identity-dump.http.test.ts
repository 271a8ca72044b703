/**
 * 身份到处找一遍 [SEC-29]: an applicant nobody could mistake applies at the portal and is handled to the end; then every column of every table,
 * every line of the log and every file on the disk is read.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { openDesk } from '../../test/support/open-desk.ts';
import { KEYS } from '../../test/support/request-desk.ts';
import { openFileStore } from '../platform/files/file-store.ts';
import { openLog } from '../platform/log.ts';
import { openApplicant } from '../requests/store/applicants.ts';
import { ANSWERS, lookOver, send } from './pages/apply/applying.fixture.ts';
import { type FilePart, hiddenField, portalFor, provenBy, visitorOf } from './portal.fixture.ts';

const MARKS = {
  name: '欧阳探针',
  identity: '11010519491231002X',
  phone: '13987654321',
  email: 'tanzhen998@example.com',
  address: '青石镇探针路998号',
} as const;
const UNIT = '探针九九八测绘有限公司';

/** Where a mark may stand in the clear, and why. The number of a card may stand nowhere. */
const ALLOWED: Readonly<Record<string, string>> = {
  'info_requests.wanted name': '所需信息由申请人自己写，是答复的对象，只给有权看案卷的人看',
  'request_letters.paper name': '文书引用申请人自己写的所需信息；申请人的姓名在文书里只留记号',
  'applicants.masked_name unit': '单位的名称不是个人信息，列表要显示',
};

const home = mkdtempSync(join(tmpdir(), 'gongkai-dump-'));
afterAll(() => rmSync(home, { recursive: true }));
const { db } = await testDatabase();
const files = openFileStore(home, KEYS);
const lines: string[] = [];
const log = openLog('debug', (line) => void lines.push(line));
const office = await openDesk(db, { files, log });
const visitor = visitorOf(portalFor(office.house, { files, log }));

const PERSON = {
  ...ANSWERS,
  wanted: `${MARKS.name}本人2023年的低保审批表`,
  name: MARKS.name,
  identityNumber: MARKS.identity,
  phone: MARKS.phone,
  email: MARKS.email,
  address: MARKS.address,
};
const CARD: FilePart = { name: `身份证 ${MARKS.name}.txt`, bytes: Buffer.from(Object.values(MARKS).join('\n')) };

let id = '';
beforeAll(async () => {
  office.on('2026-03-04');
  const asked = await visitor.post('/apply', { ...PERSON, files: '', at: 'review', do: 'change.files' });
  const token = hiddenField(asked.body, 'token');
  const chosen = await visitor.upload('/apply/files', {
    at: 'files',
    token,
    ...PERSON,
    files: '',
    identityProof: CARD,
    do: 'next',
  });
  const answers = { ...PERSON, files: hiddenField(chosen.body, 'files') };
  await visitor.post('/apply', { ...answers, phone: '写错的电话', at: 'review', do: 'send' });
  const review = await lookOver(visitor, answers);
  const receipt = await visitor.post('/apply', {
    ...answers,
    at: 'review',
    do: 'send',
    ...(await provenBy(review.body)),
  });
  expect(receipt.statusCode).toBe(201);
  const [number, code] = [...receipt.body.matchAll(/code-big"[^>]*>\s*([^<\s]+)/g)].map((match) => match[1]!);
  id = (await db.selectFrom('info_requests').select('id').where('query_number', '=', number!).executeTakeFirstOrThrow())
    .id;
  await visitor.post('/track', { number: number!, code: code! });
  const unit = await send(visitor, {
    ...PERSON,
    wanted: '测绘成果目录',
    kind: 'commercial',
    name: UNIT,
    identityKind: '统一社会信用代码',
    identityNumber: '91110000000000998X',
    representative: MARKS.name,
  });
  expect(unit.statusCode).toBe(201);
  // A fault in the middle of everything: what the log says of it must not be what was sent.
  const broken = visitorOf(
    portalFor(office.house, {
      files,
      log,
      newCode: () => {
        throw new Error('no code today');
      },
    }),
  );
  expect((await send(broken, { ...PERSON, wanted: '别的' })).statusCode).toBe(500);

  const handler = office.as('handler');
  expect((await handler.post(`/api/requests/${id}/identity`, { reason: 'contact' })).json().identity).toContain(
    MARKS.identity,
  );
  await handler.get(`/api/requests?text=${encodeURIComponent(MARKS.name)}`);
  await handler.post('/api/requests/export', {});
  await office.reply(id, '2026-03-04');
  const { history } = (await handler.get(`/api/requests/${id}`)).json();
  for (const { n, letters } of history)
    for (const { kind } of letters)
      expect((await handler.post(`/api/requests/${id}/letters/${n}/${kind}/docx`, {})).statusCode).toBe(200);
  expect((await handler.post(`/api/requests/${id}/volume`, {})).statusCode).toBe(200);
});

type Mark = readonly [name: string, words: string];
const ALL: readonly Mark[] = [...Object.entries(MARKS), ['unit', UNIT]];

/** As it is, and as the usual ways of writing bytes in text would hide it. */
const disguises = (words: string) => [
  words,
  encodeURIComponent(words),
  JSON.stringify(words)
    .replace(/[^\x20-\x7e]/g, (c) => `\\u${c.charCodeAt(0).toString(16)}`)
    .slice(1, -1),
  Buffer.from(words).toString('hex'),
  Buffer.from(words, 'utf16le').toString('hex'),
  Buffer.from(words).toString('base64').replace(/=+$/, ''),
];
const marksIn = (text: string) =>
  ALL.filter(([, words]) => disguises(words).some((one) => text.includes(one))).map(([name]) => name);

/** `table.column mark` wherever a mark stands. */
async function marksInDatabase(): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(db);
  const found = new Set<string>();
  for (const { name } of tables) {
    const { rows } = await sql<{ row: Record<string, unknown> }>`
      select to_jsonb(t) as row from ${sql.table(name)} as t`.execute(db);
    for (const { row } of rows)
      for (const [column, value] of Object.entries(row))
        for (const mark of marksIn(JSON.stringify(value) ?? '')) found.add(`${name}.${column} ${mark}`);
  }
  return [...found].sort();
}

describe('an applicant who has applied, was answered and whose file was packed', () => {
  it('SEC-29 is there: what is not found was not simply lost', async () => {
    const { name, phone, email, address } = (await openApplicant(db, id, KEYS))!;
    expect([name, phone, email, address]).toEqual([MARKS.name, MARKS.phone, MARKS.email, MARKS.address]);
    expect((await db.selectFrom('request_files').selectAll().execute()).length).toBe(1);
  });

  it('SEC-29 stands in no column of no table but those that may hold what is in them', async () => {
    expect(await marksInDatabase()).toEqual(Object.keys(ALLOWED).sort());
  });

  it('SEC-29 the number of the card stands nowhere at all', async () => {
    expect(
      (await marksInDatabase()).filter((place) => /identity|phone|email|address/.test(place.split(' ')[1]!)),
    ).toEqual([]);
    expect(Object.keys(ALLOWED).some((place) => place.endsWith(' identity'))).toBe(false);
  });

  it('SEC-29 stands in no line of the log, not even of a fault', () => {
    expect(lines.some((line) => line.includes('no code today'))).toBe(true);
    expect(lines.length).toBeGreaterThan(10);
    expect(marksIn(lines.join('\n'))).toEqual([]);
  });

  it('SEC-29 stands in no file on the disk, by name or by content', () => {
    const entries = readdirSync(home, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(entries.length).toBeGreaterThan(0);
    for (const { parentPath, name } of entries) {
      const bytes = readFileSync(join(parentPath, name));
      for (const text of [name, bytes.toString('utf8'), bytes.toString('utf16le'), bytes.toString('hex')])
        expect(marksIn(text)).toEqual([]);
    }
  });
});

/**
 * A county office behind the desk: agencies `county`, `finance` below it and `other` beside it, an officer for each set of roles a test
 * asks for, each with a session of his own, and a clock that tests set.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LightMyRequestResponse } from 'fastify';
import { buildDesk, type DeskDeps } from '../../src/desk/desk.ts';
import { readDecisionSheet } from '../../src/desk/enforcement/read-decision-sheet.ts';
import { CONSOLE_HEADER } from '../../src/desk/guard.ts';
import { digestOfToken, SESSION_COOKIE } from '../../src/desk/people/session.ts';
import { lookInto } from '../../src/desk/publications/look-into.ts';
import { NO_CHANNELS } from '../../src/exchange/channel.ts';
import { type Follower, followLedger } from '../../src/ledger/store/follow-ledger.ts';
import type { RoleName } from '../../src/people/role.ts';
import { openSession } from '../../src/people/store/sessions.ts';
import { addAgency, addOfficer } from '../../src/people/store.ts';
import type { House } from '../../src/perform.ts';
import type { Db } from '../../src/platform/database.ts';
import { openFileStore } from '../../src/platform/files/file-store.ts';
import { openLog } from '../../src/platform/log.ts';
import { pagesOfNews } from '../../src/portal/pages-of-news.ts';
import { civil } from '../../src/statute/civil-date.ts';
import { loadCalendar } from '../../src/statute/store.ts';
import { KEYS } from './request-desk.ts';

const AGENCIES = [
  { id: 'county', parentId: null, name: '示范县人民政府', kind: 'county' },
  { id: 'finance', parentId: 'county', name: '示范县财政局', kind: 'department' },
  { id: 'other', parentId: null, name: '邻县人民政府', kind: 'county' },
] as const;

export interface DeskOffice {
  readonly house: House;
  /** What a portal beside the desk would have dropped, in order. */
  readonly told: string[];
  /** For a portal beside the desk. */
  readonly follower: Follower;
  /** It is ten in the morning of this day until another is set; sessions opened before have long ended. */
  on(day: string): void;
  /** The browser of an officer with these roles at an agency and all below it; the same officer for the same roles. */
  as(roles: readonly RoleName[], agencyId?: string): Promise<Browser>;
  /** Whoever is not signed in. */
  readonly stranger: Browser;
}

export interface Browser {
  readonly officerId: string;
  get(url: string, headers?: Readonly<Record<string, string>>): Promise<LightMyRequestResponse>;
  post(url: string, body: unknown): Promise<LightMyRequestResponse>;
  delete(url: string): Promise<LightMyRequestResponse>;
  /** With the officer's session, but without the header that only the console sends. */
  fromElsewhere(url: string, body: unknown): Promise<LightMyRequestResponse>;
  /** A form with fields and one file, as browsers send it. */
  upload(
    url: string,
    fields: Readonly<Record<string, string>>,
    file: Uint8Array,
    name?: string,
  ): Promise<LightMyRequestResponse>;
}

export async function deskOffice(db: Db, change: Partial<DeskDeps> = {}): Promise<DeskOffice> {
  let [today, made] = [civil('2026-03-02'), 0];
  const newId = () => {
    made += 1;
    return `id-${String(made).padStart(4, '0')}`;
  };
  const { calendar, reread } = await loadCalendar(db);
  const house: House = {
    db,
    now: () => new Date(`${today}T02:00:00Z`),
    newId,
    calendar,
  };
  const told: string[] = [];
  const follower = await followLedger({ db, id: 'the desk of the test' });
  follower.onNews(async (news) => {
    await reread();
    told.push(...[await pagesOfNews(db, news)].flat());
  });
  const desk = buildDesk({
    house,
    keys: KEYS,
    files: openFileStore(mkdtempSync(join(tmpdir(), 'gongkai-files-')), KEYS),
    config: { trustedProxy: [] },
    channels: NO_CHANNELS,
    provider: null,
    examineReports: async () => {
      throw new Error('this desk was given no reader');
    },
    lookInto,
    readDecisions: async (file, kind, today) => readDecisionSheet(file, kind, today),
    drawPage: async () => {
      throw new Error('this desk was given no portal');
    },
    readWord: async () => {
      throw new Error('this desk was given no reader');
    },
    log: openLog('error', (line) => void console.error(line)),
    consoleFolder: mkdtempSync(join(tmpdir(), 'gongkai-console-')),
    demoAccounts: [],
    newQueryCode: () => ({ code: 'CODE', digest: newId() }),
    everybodyHasRead: follower.everybodyHasRead,
    ...change,
  });
  await db.transaction().execute(async (tx) => {
    for (const [i, agency] of AGENCIES.entries())
      await addAgency(tx, { ...agency, creditCode: `11150924MB000000${i}X`, contact: {} });
  });

  const browser = (officerId: string, token: string): Browser => {
    const cookie = `${SESSION_COOKIE}=${token}`;
    const headers = { [CONSOLE_HEADER]: '1', cookie };
    return {
      officerId,
      get: (url, more) => desk.inject({ url, headers: { ...headers, ...more } }),
      post: (url, body) => desk.inject({ method: 'POST', url, headers, payload: body as object }),
      delete: (url) => desk.inject({ method: 'DELETE', url, headers }),
      fromElsewhere: (url, body) => desk.inject({ method: 'POST', url, headers: { cookie }, payload: body as object }),
      async upload(url, fields, file, name = 'sheet.xlsx') {
        const form = new FormData();
        for (const [field, value] of Object.entries(fields)) form.set(field, value);
        form.set('file', new Blob([file as Uint8Array<ArrayBuffer>]), name);
        const sent = new Response(form);
        const type = sent.headers.get('content-type')!;
        const payload = Buffer.from(await sent.arrayBuffer());
        return desk.inject({ method: 'POST', url, headers: { ...headers, 'content-type': type }, payload });
      },
    };
  };
  const officers = new Map<string, string>();
  const officerWith = async (roles: readonly RoleName[], agencyId: string) => {
    const key = `${roles.join('-')}@${agencyId}`;
    const known = officers.get(key);
    if (known) return known;
    const [id, rights] = [newId(), roles.map((role) => ({ role, agencyId }))];
    officers.set(key, id);
    await db.transaction().execute(async (tx) => {
      const name = `${roles.join('、')}某`;
      await addOfficer(tx, { id, agencyId, signInName: id, name, passwordHash: 'no hash', roles: rights });
    });
    return id;
  };
  return {
    house,
    told,
    follower,
    on: (day) => {
      today = civil(day);
    },
    async as(roles, agencyId = 'county') {
      const [id, token] = [await officerWith(roles, agencyId), newId()];
      await db.transaction().execute((tx) => openSession(tx, id, digestOfToken(token), house.now()));
      return browser(id, token);
    },
    stranger: browser('', 'no session'),
  };
}

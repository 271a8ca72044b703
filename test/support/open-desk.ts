/** A desk over a test's own database, with officers of every role who are signed in whenever they ask: for tests of routes. */
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
import type { RoleName } from '../../src/people/role.ts';
import { openSession } from '../../src/people/store/sessions.ts';
import { addAgency, addOfficer } from '../../src/people/store.ts';
import type { House } from '../../src/perform.ts';
import type { Db } from '../../src/platform/database.ts';
import { openFileStore } from '../../src/platform/files/file-store.ts';
import { openLog } from '../../src/platform/log.ts';
import { KEYS, requestDesk } from './request-desk.ts';

/** Whoever has a role has it at `county` and `town`; `stranger` handles at `elsewhere`, `idle` holds no role at all. */
const OFFICERS = {
  handler: '韩经办',
  officeHead: '傅主任',
  signatory: '钱县长',
  legal: '法小正',
  secrecyReviewer: '宓审查',
  auditor: '沈审计',
  reporter: '纪统计',
  editor: '卞编辑',
  publisher: '方发布',
  examiner: '申一审',
  proofreader: '焦一校',
  secondProofreader: '焦二校',
  thirdProofreader: '焦三校',
  secondEditor: '卞二',
  securityAdmin: '安管理',
  systemAdmin: '席运维',
  /** 部门联络员 of the town, and of another county. */
  liaison: '廉联络',
  otherLiaison: '外联络',
  stranger: '外人',
  idle: '闲人',
} as const;

export type Who = keyof typeof OFFICERS;

/** The desk alone, with codes that count up. */
export function deskOver(house: House, change: Partial<DeskDeps> = {}) {
  let codes = 0;
  return buildDesk({
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
    log: openLog('error', () => {}),
    consoleFolder: '/nowhere',
    demoAccounts: [],
    newQueryCode: () => {
      codes += 1;
      return { code: `CODE-${codes}`, digest: `digest-of-code-${codes}` };
    },
    everybodyHasRead: async () => {},
    ...change,
  });
}

export async function openDesk(db: Db, change: Partial<DeskDeps> = {}) {
  const play = await requestDesk(db);
  const { house } = play;
  await db.transaction().execute(async (tx) => {
    const elsewhere = {
      id: 'elsewhere',
      parentId: null,
      name: '邻县人民政府',
      kind: 'county',
      creditCode: null,
    } as const;
    await addAgency(tx, { ...elsewhere, contact: {} });
    for (const [who, name] of Object.entries(OFFICERS))
      await addOfficer(tx, {
        id: `officer-${who}`,
        agencyId: who === 'stranger' ? 'elsewhere' : 'county',
        signInName: who,
        name,
        passwordHash: 'nobody signs in with a password here',
        roles: rolesOf(who as Who),
      });
  });
  const desk = deskOver(house, change);
  let sessions = 0;

  /** A session opened this very moment, so that plays may leap over days. */
  async function cookieOf(who: Who): Promise<string> {
    sessions += 1;
    const token = `token-${sessions}`;
    await db.transaction().execute((tx) => openSession(tx, `officer-${who}`, digestOfToken(token), house.now()));
    return `${SESSION_COOKIE}=${token}`;
  }

  return {
    ...play,
    desk,
    cookieOf,
    as: (who: Who) => ({
      get: async (url: string): Promise<LightMyRequestResponse> =>
        desk.inject({ method: 'GET', url, headers: { cookie: await cookieOf(who) } }),
      post: async (url: string, payload: object): Promise<LightMyRequestResponse> =>
        desk.inject({
          method: 'POST',
          url,
          headers: { cookie: await cookieOf(who), [CONSOLE_HEADER]: 'true' },
          payload,
        }),
      delete: async (url: string): Promise<LightMyRequestResponse> =>
        desk.inject({ method: 'DELETE', url, headers: { cookie: await cookieOf(who), [CONSOLE_HEADER]: 'true' } }),
      /** One file as a form sends it, after the fields that go with it. */
      upload: async (
        url: string,
        content: Uint8Array | string,
        name: string,
        fields: Readonly<Record<string, string>> = {},
      ): Promise<LightMyRequestResponse> => {
        const { payload, type } = await formWith(content, name, fields);
        const headers = { cookie: await cookieOf(who), [CONSOLE_HEADER]: 'true', 'content-type': type };
        return desk.inject({ method: 'POST', url, headers, payload });
      },
    }),
    /** Without a session. */
    nobody: {
      get: (url: string) => desk.inject({ method: 'GET', url }),
      post: (url: string, payload: object) =>
        desk.inject({ method: 'POST', url, headers: { [CONSOLE_HEADER]: 'true' }, payload }),
      delete: (url: string) => desk.inject({ method: 'DELETE', url, headers: { [CONSOLE_HEADER]: 'true' } }),
    },
    /** Signed in, but the page is not the console's. */
    foreignPage: {
      post: async (url: string, payload: object) =>
        desk.inject({ method: 'POST', url, headers: { cookie: await cookieOf('handler') }, payload }),
    },
  };
}

async function formWith(content: Uint8Array | string, name: string, fields: Readonly<Record<string, string>>) {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  form.append('file', new Blob([content as Uint8Array<ArrayBuffer> | string]), name);
  const sent = new Response(form);
  return { payload: Buffer.from(await sent.arrayBuffer()), type: sent.headers.get('content-type')! };
}

/** Further persons of a role. */
const SAME_ROLE: Readonly<Partial<Record<Who, RoleName>>> = {
  secondProofreader: 'proofreader',
  thirdProofreader: 'proofreader',
  secondEditor: 'editor',
};

function rolesOf(who: Who): { role: RoleName; agencyId: string }[] {
  if (who === 'idle') return [];
  if (who === 'liaison') return [{ role: 'liaison', agencyId: 'town' }];
  if (who === 'otherLiaison') return [{ role: 'liaison', agencyId: 'elsewhere' }];
  if (who === 'stranger') return [{ role: 'handler', agencyId: 'elsewhere' }];
  const role = SAME_ROLE[who] ?? (who as RoleName);
  return ['county', 'town'].map((agencyId) => ({ role, agencyId }));
}

/** Every way out of the portal at once: what must not be told is put where the checks of sheets would have stopped it, and shown. */
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { KEYS } from '../../../test/support/request-desk.ts';
import type { DecisionCommand, ReadDecision } from '../../enforcement/decisions/registered-decision.ts';
import { decisionStairs } from '../../enforcement/store/decisions.ts';
import { SYSTEM } from '../../people/actor.ts';
import { perform } from '../../perform.ts';
import { type PortalPlay, portalPlay } from '../../portal/portal.fixture.ts';
import { civil } from '../../statute/civil-date.ts';
import { isRefusal } from '../../statute/refusal.ts';
import { exportSite } from './export-site.ts';

const { db } = await testDatabase();
const PERSON = '欧琪瑶';
const OWNER = '钱霖婧';
const IDENTITY = '110101199003071233';
const PHONE = '13812345678';
const SECRETS = [PERSON, OWNER, IDENTITY, PHONE];
const OF_OWNER = `${OWNER.split('').join('\u200b')}，${IDENTITY.replace(/(.{6})/, '$1 ')}，${PHONE.replace(/(.{3})/, '$1-')}`;

const LEAK = `${PERSON}、${OF_OWNER}`;

/** A punishment that says in every column what it must not. */
function leaking(n: number, change: Partial<ReadDecision>): ReadDecision {
  const leak = change.subject ? OF_OWNER : LEAK;
  const number = `示罚字〔2024〕${n}号${leak}`;
  const subject = change.subject ?? PERSON;
  const shown = { CF_XDR_MC: subject, CF_XDR_LB: '自然人', CF_FRDB: OWNER, CF_WSH: number };
  const told = {
    CF_WFXW: leak,
    CF_SY: `查明${leak}`,
    CF_YJ: leak,
    CF_CFLB: leak,
    CF_NR: leak,
    CF_CFJG: leak,
    CF_SJLY: leak,
  };
  return {
    ...{ at: n, number, subject, subjectKind: '自然人', decidedOn: civil('2024-01-05'), shownUntil: null },
    ...{ shown: { ...shown, ...told, CF_XDR_SWDJ: IDENTITY, CF_XDR_SHXYM: IDENTITY }, hidden: {} },
    ...change,
  };
}

let play: PortalPlay;
beforeAll(async () => {
  play = await portalPlay(db);
  const act = async (command: DecisionCommand) => {
    const done = await perform(play.house, decisionStairs(KEYS), SYSTEM, command);
    if (isRefusal(done)) throw new Error(done.says);
  };
  const decisions = [
    leaking(1, {}),
    leaking(2, { subject: `示范县${OWNER}小吃店`, subjectKind: '个体工商户' }),
    leaking(3, { subject: '示范商贸有限公司', subjectKind: '法人及非法人组织' }),
    leaking(4, { shownUntil: civil('2024-01-31') }),
  ];
  await act({ verb: 'importDecisions', agencyId: 'county', kind: 'punishment', decisions });
  const rows = await db.selectFrom('registered_decisions').select(['id', 'number']).orderBy('number').execute();
  await act({ verb: 'publishDecisions', agencyId: 'county', ids: rows.map(({ id }) => id) });
  // As it was let in before reasons were checked.
  await db
    .updateTable('registered_decisions')
    .set({ state: 'withdrawn', revoked_on: civil('2024-01-20'), withdrawn_at: new Date(0), withdrawn_why: OF_OWNER })
    .where('id', '=', rows[1]!.id)
    .execute();
  await play.hearNews();
});

const bare = (text: string) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
const secretsIn = (text: string) => SECRETS.filter((secret) => bare(text).includes(secret));

describe('ENF-17…18 nothing of a person leaves', () => {
  it('by the list, the pages, the site map, the feeds and the search of the site', async () => {
    const { body } = await play.visitor.get('/decisions/punishment');
    const pages = [...body.matchAll(/href="(\/decisions\/punishment\/[^"]+)"/g)].map(([, path]) => path!);
    expect(pages).toHaveLength(3);
    for (const path of [
      ...pages,
      '/',
      '/sitemap',
      '/sitemap.xml',
      '/feeds',
      '/search?q=示罚字',
      '/decisions/licensing',
    ]) {
      const page = await play.visitor.get(path);
      expect([path, page.statusCode, secretsIn(page.body)]).toEqual([path, 200, []]);
    }
    expect(secretsIn(body)).toEqual([]);
  });

  it.each([...SECRETS, '琪瑶', '霖婧', '199003', '8123'])('nor is anything found by %s', async (words) => {
    const { body } = await play.visitor.get(`/decisions/punishment?q=${encodeURIComponent(words)}`);
    expect(body).toContain('没有找到');
  });

  it('by the static files', async () => {
    const files = new Map<string, string>();
    const folder = {
      write: (file: string, content: Buffer) => files.set(file, `${file}\n${content}`).size > 0,
      close: () => 0,
    };
    await exportSite(play.portal.app, { folder, server: 'https://www.example.gov.cn', onProgress: () => {} });
    expect([...files.keys()].filter((file) => file.startsWith('decisions/punishment/'))).toHaveLength(4);
    for (const [file, text] of files) expect([file, secretsIn(text)]).toEqual([file, []]);
  });
});

it('ENF-21 what is past its day is neither listed, found, opened nor exported', async () => {
  const past = await db
    .selectFrom('registered_decisions')
    .select('id')
    .where('shown_until', '=', civil('2024-01-31'))
    .executeTakeFirstOrThrow();
  expect((await play.visitor.get('/decisions/punishment')).body).toContain('共 3 件');
  expect((await play.visitor.get(`/decisions/punishment?q=${encodeURIComponent('〔2024〕4号')}`)).body).toContain(
    '没有找到',
  );
  expect((await play.visitor.get(`/decisions/punishment/${past.id}`)).statusCode).toBe(404);
});

/** Whatever is typed, in every field of every route that takes something: told in words or kept as text, never carried out, never a fault. */
import type { RouteOptions } from 'fastify';
import { expect, it } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { openDesk } from '../../test/support/open-desk.ts';
import { KEYS } from '../../test/support/request-desk.ts';
import { DRAFT } from '../../test/support/request-play.ts';
import { formsOf, type Shape } from '../../test/support/route-forms.ts';
import { ROLES, type RoleName } from '../people/role.ts';
import { openSession } from '../people/store/sessions.ts';
import { addOfficer } from '../people/store.ts';
import { hashPassword } from '../platform/passwords.ts';
import { portalFor, visitorOf } from '../portal/portal.fixture.ts';
import type { FileVerb } from '../requests/commands.ts';
import { findingsInReleased } from '../requests/file-findings.ts';
import { insertAttachment } from '../requests/store/request-files.ts';
import { civil } from '../statute/civil-date.ts';
import type { ActVerb, RequestFileView } from './contract.ts';
import { CONSOLE_HEADER } from './guard.ts';
import { digestOfToken, SESSION_COOKIE } from './people/session.ts';

const { db } = await testDatabase();
const office = await openDesk(db);
const routes: RouteOptions[] = [];
office.desk.addHook('onRoute', (route) => void routes.push(route));
await office.desk.ready();
office.on('2026-03-04');

/** Somebody with every role, so that no right stands before the field. */
await db.transaction().execute(async (tx) => {
  const roles = (Object.keys(ROLES) as RoleName[]).map((role) => ({ role, agencyId: 'county' }));
  const officer = {
    id: 'all',
    agencyId: 'county',
    signInName: 'all',
    name: '万能',
    passwordHash: await hashPassword('all'),
    roles,
  };
  await addOfficer(tx, officer);
});
let cookie = '';
let sessions = 0;
/** A session of this very moment: the days leap. */
async function signInAsAll(): Promise<void> {
  sessions += 1;
  const token = `all-${sessions}`;
  await db.transaction().execute((tx) => openSession(tx, 'all', digestOfToken(token), office.house.now()));
  cookie = `${SESSION_COOKIE}=${token}`;
}
await signInAsAll();

const HOSTILE = [
  `"'><script>alert(1)</script><img src=x onerror=alert(1)>`,
  `'; drop table info_requests; --`,
  `=HYPERLINK("http://evil.example","x")`,
  '{{申请人}}{{7*7}}<%= 7*7 %>',
  '\u0000\u0007\u001b[31m',
  '\ud800',
  '\u202eexe.fdp',
  '长'.repeat(10_000),
  '../../../../etc/passwd',
];
const IMPOSSIBLE = ['2026-02-30', '0000-01-01', '9999-12-31', '2019-05-10', '2026-13-01', '昨天', ''];

const taking = () =>
  routes.filter(({ method, schema }) => method !== 'GET' && method !== 'HEAD' && schema?.body !== undefined);

async function send({ method, url }: RouteOptions, payload: unknown, id: string) {
  if (typeof payload === 'object' && payload !== null && 'seen' in payload) {
    // As of the file as it stands now: an act on what was overtaken is refused before its text is read.
    const facts = await db.selectFrom('request_facts').select('n').where('request_id', '=', id).execute();
    Object.assign(payload, { seen: facts.length });
  }
  return office.desk.inject({
    method: method as 'POST',
    url: url
      .replace(/:id\b/, id)
      .replace(/:n\b/, '1')
      .replace(/:year\b/, '2025')
      .replace(/:\w+/g, 'x'),
    headers: { cookie, [CONSOLE_HEADER]: 'true', 'content-type': 'application/json' },
    payload: JSON.stringify(payload),
  });
}

/** The acts on a file read their text only where its state lets them: they have a test of their own. */
const ACTS = '/api/requests/:id/acts';

/** Signing in and out would end the session; its routes have tests of their own. */
const APART = ['/api/sign-in', '/api/setup'];

it('SEC-7 every field of every route: text is text, and what cannot be is refused in words', async () => {
  const { request } = await office.register();
  const looked: string[] = [];
  for (const route of taking().filter(({ url }) => ![...APART, ACTS].includes(url)))
    for (const text of HOSTILE)
      for (const payload of formsOf(route.schema!.body as Shape, text, '2026-03-04')) {
        const answer = await send(route, payload, request.id);
        expect([route.url, text.slice(0, 40), answer.statusCode, answer.statusCode < 500]).toEqual([
          route.url,
          text.slice(0, 40),
          answer.statusCode,
          true,
        ]);
        if (answer.statusCode >= 400) expect(answer.json().says).toMatch(/[\u4e00-\u9fff]/);
        expect(answer.headers['content-type']).toMatch(/json|pdf|zip|wordprocessing/);
        looked.push(route.url);
      }
  expect(new Set(looked).size).toBeGreaterThan(15);
  // No table was dropped, and whatever was kept of it is shown as text.
  expect((await db.selectFrom('info_requests').select('id').execute()).length).toBeGreaterThan(0);
  const visitor = visitorOf(portalFor(office.house));
  for (const path of ['/', '/search?q=alert', '/guide', '/catalogue', '/apply'])
    expect((await visitor.get(path)).body).not.toContain('<script>alert');
}, 120_000);

it('REQ-34 every day of every route: one that does not exist, or cannot be, is refused in words', async () => {
  const { request } = await office.register();
  for (const route of taking().filter(({ url }) => !APART.includes(url)))
    for (const day of IMPOSSIBLE)
      for (const payload of formsOf(route.schema!.body as Shape, '说明', day)) {
        if (!JSON.stringify(payload).includes(JSON.stringify(day))) continue;
        const answer = await send(route, payload, request.id);
        expect([route.url, payload, answer.statusCode]).toEqual([route.url, payload, expect.toSatisfy((n) => n < 500)]);
        if (answer.statusCode >= 400) expect(answer.json().says).toMatch(/[\u4e00-\u9fff]/);
      }
}, 120_000);

type Step = readonly [verb: FileVerb, particulars: object, who?: keyof typeof office.people];

const ASKED: readonly Step[] = [['askCorrection', { what: '写明路段', workdays: 10 }]];
const CONSULTED = (verb: FileVerb): readonly Step[] => [[verb, { name: '某方', about: '施工图' }]];
const FEE: readonly Step[] = [['noticeFee', { tariff: 'pages', pages: 100, choice: '页数多', why: '每件百页' }]];
const TOLD: Step = ['recordReceived', { paper: 2 }];
const TASK: readonly Step[] = [['sendTask', { to: 'town', what: '请检索', dueOn: '2026-03-12' }]];
const DRAFTED: readonly Step[] = [['draftReply', DRAFT]];
const CHECKED: readonly Step[] = [...DRAFTED, ['legalCheck', { why: '' }, 'legal']];
const SIGNED: readonly Step[] = [
  ...CHECKED,
  ['secrecyCheck', { why: '' }, 'secrecyReviewer'],
  ['sign', {}, 'signatory'],
];
const OBJECTED: readonly Step[] = [
  ...CONSULTED('consultThirdParty'),
  TOLD,
  ['recordThirdPartyAnswer', { consultation: 2, opinion: 'disagrees', why: '商业秘密' }],
  SIGNED[0]!,
];
const HANDED = { method: 'direct', receiver: 'self', carrier: undefined, tracking: undefined, arrival: undefined };
const SERVED: readonly Step[] = [...SIGNED, ['serve', { ...HANDED, evidence: '送达回证' }]];
const REFUSED: readonly Step[] = [
  ['draftReply', { outcome: 'internalAffairs', grounds: { reason: '内部流程' }, text: '不予公开。' }],
  ...SERVED.slice(1),
];
const POSTED: readonly Step[] = [
  ...SIGNED,
  ['serve', { method: 'post', carrier: 'registered', tracking: 'XA12345678951', evidence: '' }],
];
/** Number of the fact that sent the reply. */
const REPLY_SENT = { paper: 6 };

interface Readable {
  /** What has to have happened, so that the verb reads its text. */
  readonly after?: readonly Step[];
  /** What is not text and must be right before the text is read. */
  readonly right?: object;
  readonly on?: string;
  readonly letter?: true;
}

const LATER = '2026-05-06';
const READABLE: Partial<Record<ActVerb, Readable>> = {
  confirmReceipt: { letter: true },
  receiveCorrection: { after: ASKED },
  recordThirdPartyAnswer: { after: CONSULTED('consultThirdParty'), right: { consultation: 2 } },
  recordCoProducerAnswer: { after: CONSULTED('consultCoProducer'), right: { consultation: 2 } },
  recordAgencyAnswer: { after: CONSULTED('consultAgency'), right: { consultation: 2 } },
  withdrawConsultation: { after: CONSULTED('consultAgency'), right: { consultation: 2 } },
  sendTask: { right: { to: 'town', dueOn: '2026-03-12' } },
  returnTask: { after: TASK, right: { task: 2, dueOn: '2026-03-13' } },
  withdrawTask: { after: TASK, right: { task: 2 } },
  delay: { after: [['askReasons', { why: '一月百件' }]], right: { to: '2026-04-30' } },
  noticeFee: { right: { pages: 100, tariff: 'pages', place: undefined, split: undefined } },
  withdrawFeeNotice: { after: FEE },
  recordPayment: { after: FEE, right: { yuan: 700 } },
  recordRefund: {
    after: [...FEE, TOLD],
    right: { cause: 'late', came: 700, cameOn: LATER, pages: undefined },
    on: LATER,
  },
  disputeFee: { after: FEE },
  answerFeeDispute: { after: [...FEE, ['disputeFee', { words: '页数不对' }]] },
  draftReply: { right: { outcome: 'granted', judgement: undefined, parts: undefined } },
  legalCheck: { after: DRAFTED },
  secrecyCheck: { after: CHECKED },
  skipReview: { after: DRAFTED },
  returnDraft: { after: SIGNED },
  settleDissent: { after: OBJECTED, right: { consultation: 2, ground: 'publicInterest' } },
  serve: { after: SIGNED, right: HANDED },
  recordReturn: { after: POSTED, right: REPLY_SENT },
  serveAgain: {
    after: [...POSTED, ['recordReturn', { ...REPLY_SENT, reason: 'refused', note: '' }]],
    right: { ...HANDED, ...REPLY_SENT },
  },
  abandonUncorrected: { after: [...ASKED, TOLD], on: LATER },
  abandonUnpaid: { after: [...FEE, TOLD], on: LATER },
  redoReply: { after: SERVED },
  reviewRefusal: { after: REFUSED, right: { verdict: 'offer' } },
  suggestProactive: { after: SERVED },
  decideProactive: { after: SERVED, right: { adopt: false } },
};

/** A file in which the verb reads its text, and what is sent beside the text. */
async function readable(verb: ActVerb): Promise<{ id: string; right: object; on: string }> {
  const { after = [], right = {}, on = '2026-03-04', letter } = READABLE[verb] ?? {};
  office.on('2026-03-04');
  const { request } = await office.register({ on: civil('2026-03-04'), ...(letter && { channel: 'ordinary-post' }) });
  for (const [step, particulars, who] of after)
    await office.act(request.id, '2026-03-04', step, particulars as never, who ?? 'handler');
  if (verb === 'returnTask') {
    const answered = { seen: 2, act: { verb: 'answerTask', on: '2026-03-04', text: '见附件' } };
    expect((await office.as('liaison').post(`/api/tasks/${request.id}/2/acts`, answered)).statusCode).toBe(200);
  }
  office.on(on);
  if (verb === 'clearFinding') return { id: request.id, right: await somethingFound(request.id), on };
  if (verb !== 'redoReply') return { id: request.id, right, on };
  const { id: remedyId } = await office.remedy({ requestId: request.id, filedOn: civil('2026-03-04') });
  return { id: request.id, right: { remedyId }, on };
}

/** An attachment of somebody else's in which something was found. */
async function somethingFound(requestId: string): Promise<{ file: string; finding: string }> {
  const sha256 = 'a'.repeat(64);
  const findings = findingsInReleased(sha256, { words: '110101199001011237', hidden: [] });
  const file = {
    id: 'found-in',
    requestId,
    agencyId: 'county',
    factN: null,
    purpose: 'released',
    taskId: null,
  } as const;
  const kept = { name: '表.xlsx', kind: 'xlsx', bytes: 1, sha256, findings, addedBy: 'nobody', addedAt: new Date(0) };
  await db.transaction().execute((tx) => insertAttachment(tx, { ...file, ...kept }, KEYS));
  return { file: file.id, finding: findings[0]!.key };
}

/** All of them at once that a field of 500 letters takes; what no field takes is stopped at the door, whatever the state. */
const AT_ONCE = HOSTILE.filter((text) => text.length < 100 && !/[\p{Cc}\p{Cs}]/u.test(text)).join(' ');

it('SEC-7 every act where its state lets the text be read: it is kept as text', async () => {
  const route = taking().find(({ url }) => url === ACTS)!;
  const acts = (route.schema!.body as Shape).properties!.act!.anyOf!;
  const looked: string[] = [];
  for (const shape of acts) {
    const verb = shape.properties!.verb!.const as ActVerb;
    const [written] = formsOf(shape, AT_ONCE, '') as object[];
    if (!JSON.stringify(written).includes('<script>')) continue;
    const { id, right, on } = await readable(verb);
    await signInAsAll();
    const [act] = formsOf(shape, AT_ONCE, on) as object[];
    const answer = await send(route, { seen: 0, act: { ...act, ...right }, fileIds: [] }, id);
    expect([verb, answer.statusCode, answer.json().says]).toEqual([verb, 200, undefined]);
    const last = (answer.json() as RequestFileView).history.at(-1)!;
    expect([verb, last.particulars.some(({ text }) => text.includes('<script>alert(1)</script>'))]).toEqual([
      verb,
      true,
    ]);
    looked.push(verb);
  }
  expect(looked.length).toBeGreaterThan(25);
}, 120_000);

it('SEC-7 an id that is text of any kind names nothing', async () => {
  for (const route of routes.filter(
    ({ url, method }) => url.includes(':') && url.startsWith('/api/') && method !== 'HEAD',
  ))
    for (const id of [`'; drop table info_requests; --`, '../../x', '\u0000', '长'.repeat(2_000), '-1', 'NaN']) {
      const url = route.url.replaceAll(/:\w+/g, encodeURIComponent(id));
      const answer = await office.desk.inject({
        method: route.method as 'GET',
        url,
        headers: { cookie, [CONSOLE_HEADER]: 'true' },
        ...(route.method === 'POST' ? { payload: {} } : {}),
      });
      expect([route.method, route.url, id.slice(0, 20), answer.statusCode >= 400 && answer.statusCode < 500]).toEqual([
        route.method,
        route.url,
        id.slice(0, 20),
        true,
      ]);
    }
}, 120_000);

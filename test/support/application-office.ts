/**
 * Both faces over one office, for the whole life of an application: whoever applies online or at the counter, the officers whose steps
 * they are, and what each gets to see. Over HTTP, with a clock that the story sets.
 */
import { expect } from 'vitest';
import type { ActVerb, RegisteredView, RequestFileView } from '../../src/desk/contract.ts';
import type { Db } from '../../src/platform/database.ts';
import { unzip } from '../../src/platform/papers/unzip.ts';
import { portalFor, provenBy, textOf, type Visitor, visitorOf } from '../../src/portal/portal.fixture.ts';
import { CODE_PURPOSE } from '../../src/portal/query-code.ts';
import { GROUNDS, type GroundName } from '../../src/requests/asks.ts';
import { type OutcomeName, outcomeOf } from '../../src/requests/outcomes.ts';
import { civil } from '../../src/statute/civil-date.ts';
import type { ChannelName } from '../../src/statute/receipt.ts';
import { isRefusal } from '../../src/statute/refusal.ts';
import { readHistory } from '../../src/statute/reply-clock/read-history.ts';
import { replyDue } from '../../src/statute/reply-clock/reply-due.ts';
import { builtInCalendar } from '../../src/statute/work-calendar.ts';
import { openDesk, type Who } from './open-desk.ts';
import { KEYS } from './request-desk.ts';
import { REGISTER } from './request-play.ts';

export interface Held {
  readonly id: string;
  readonly queryNumber: string;
  readonly code: string;
}

const APPLICANT = {
  name: '何以明',
  identity: '居民身份证 110101199001011237',
  phone: '13800000001',
  email: '',
  representative: '',
};
/** What proves each way of service. */
const CARRIED: Readonly<Record<string, object>> = {
  direct: { receiver: 'self' },
  entrusted: { receiver: 'self' },
  post: { carrier: 'ems', tracking: '1234567890123' },
  electronic: { arrival: 'trackPage' },
};

const WANTED = '民主路改造工程的批准文件';

/** What journeys of applications have in common. */
export const RECEIVED = '2026-03-02';
export const FEE_BY_PAGES = { tariff: 'pages', pages: 150, choice: '页数多', why: '一次申请五年的全部合同' };
export const CORRECTION = { what: '请写明是哪一段道路。', workdays: 10 };

/** Letters of a volume, by what they are called. */
export const letters = (names: readonly string[]) =>
  names.filter((name) => name.startsWith('文书/')).map((name) => name.replace(/^文书\/\d+ (.*)\.pdf$/, '$1'));

export async function applicationOffice(db: Db) {
  let codes = 0;
  const office = await openDesk(db, {
    newQueryCode() {
      codes += 1;
      const code = `JJJJ-KKKK-${2000 + codes}`;
      return { code, digest: KEYS.digest(code, CODE_PURPOSE) };
    },
  });
  let visitor: Visitor;
  await db
    .insertInto('letter_particulars')
    .values({
      agency_id: 'county',
      detail: { reviewBody: '示范市人民政府', onlineReview: 'https://fuyi.example.gov.cn' },
    })
    .execute();

  /** 网上申请, as a browser without scripts sends it. */
  async function applyOnline(on: string): Promise<Held> {
    office.on(on);
    // Of a new address each time: the limit of the intake is not what is looked at.
    visitor = visitorOf(portalFor(office.house));
    const answers = {
      wanted: WANTED,
      agency: 'county',
      formWanted: 'electronic',
      kind: 'natural',
      name: APPLICANT.name,
      identityKind: '居民身份证',
      identityNumber: '110101199001011237',
      phone: APPLICANT.phone,
      email: '',
      address: '',
    };
    const review = await visitor.post('/apply', { ...answers, at: 'files', do: 'next' });
    const proven = await provenBy(review.body);
    const receipt = await visitor.post('/apply', { ...answers, at: 'review', do: 'send', ...proven });
    expect(receipt.statusCode).toBe(201);
    expect(textOf(receipt.body)).toContain('下载登记回执（PDF）');
    const [queryNumber, code] = [...receipt.body.matchAll(/code-big"[^>]*>\s*([^<\s]+)/g)].map((match) => match[1]!);
    const row = await db
      .selectFrom('info_requests')
      .select('id')
      .where('query_number', '=', queryNumber!)
      .executeTakeFirstOrThrow();
    return { id: row.id, queryNumber: queryNumber!, code: code! };
  }

  let drawn = 0;
  /** 登记 at the office. */
  async function registerAt(channel: ChannelName, on: string, formWanted = 'paperByPost'): Promise<Held> {
    office.on(on);
    visitor = visitorOf(portalFor(office.house));
    drawn += 1;
    const sent = {
      submission: drawn.toString(16).padStart(32, '0'),
      agencyId: 'county',
      on,
      channel,
      applicantKind: 'natural',
      applicant: { ...APPLICANT, address: '民主路1号' },
      wanted: WANTED,
      formWanted,
      records: REGISTER.records,
    };
    const response = await office.as('handler').post('/api/requests', sent);
    expect(response.statusCode).toBe(200);
    const { id, queryNumber, code }: RegisteredView = response.json();
    return { id, queryNumber, code };
  }

  const fileOf = async (id: string): Promise<RequestFileView> =>
    (await office.as('officeHead').get(`/api/requests/${id}`)).json();

  /** One act by whoever's step it is, on what stands on the screen. @returns the file after it */
  async function act(
    id: string,
    on: string,
    verb: ActVerb,
    particulars: object,
    who: Who = 'handler',
    /** 补记: written down later than it happened. */
    today = on,
  ): Promise<RequestFileView> {
    office.on(today);
    const { seen } = await fileOf(id);
    const response = await office.as(who).post(`/api/requests/${id}/acts`, { seen, act: { verb, on, ...particulars } });
    if (response.statusCode !== 200) throw new Error(`${verb}: ${response.body}`);
    return response.json();
  }

  /** Drafted, checked twice, signed, served, received, archived. */
  function answer(id: string, on: string, outcome: OutcomeName, method = 'direct'): Promise<RequestFileView> {
    const text = `就${outcomeOf(outcome).term}答复如上。`;
    return goOut(id, on, { outcome, grounds: groundsFor(outcome), text }, method);
  }

  /** Drafted, checked twice, signed. */
  async function toSign(id: string, on: string, draft: object): Promise<RequestFileView> {
    await act(id, on, 'draftReply', draft);
    await act(id, on, 'legalCheck', { why: '' }, 'legal');
    await act(id, on, 'secrecyCheck', { why: '' }, 'secrecyReviewer');
    return act(id, on, 'sign', {}, 'signatory');
  }

  async function goOut(id: string, on: string, draft: object, method: string): Promise<RequestFileView> {
    await toSign(id, on, draft);
    const served = await act(id, on, 'serve', { method, ...CARRIED[method], evidence: '凭证' });
    if (method === 'post') await act(id, on, 'recordReceived', { paper: served.seen, receiver: 'self' });
    return act(id, on, 'archive', {});
  }

  const groundsFor = (outcome: OutcomeName) =>
    Object.fromEntries(
      outcomeOf(outcome).grounds.map((name: GroundName) => [
        name,
        GROUNDS[name].input === 'date' ? '2025-12-01' : `${GROUNDS[name].term}的内容`,
      ]),
    );

  /** 征求第三方意见 on 4 March; he does not agree. */
  async function againstWill(id: string): Promise<void> {
    await act(id, '2026-03-04', 'consultThirdParty', { name: '某公司', about: '合同价格' });
    await act(id, '2026-03-05', 'recordReceived', { paper: 2 });
    await act(id, '2026-03-09', 'recordThirdPartyAnswer', { consultation: 2, opinion: 'disagrees', why: '商业秘密' });
  }

  async function tracked({ queryNumber, code }: Held) {
    const page = await visitor.post('/track', { number: queryNumber, code });
    expect(page.statusCode).toBe(200);
    return { page, read: textOf(page.body) };
  }

  /** 案卷包: what is in it by name. Its history, read by the clock of the command line, gives the day that stands in the file. */
  async function volumeOf({ id }: Held): Promise<readonly string[]> {
    const response = await office.as('handler').post(`/api/requests/${id}/volume`, {});
    expect(response.statusCode).toBe(200);
    const files = unzip(response.rawPayload, { bytes: 50_000_000, entries: 200 })!;
    const names = [...files.keys()];
    const history = JSON.parse(files.get(names.find((name) => name.endsWith('history.json'))!)!.toString());
    const read = readHistory(history, civil(history.today));
    if (read === undefined || isRefusal(read)) throw new Error('the history cannot be read back');
    const reckoned = replyDue(read, builtInCalendar);
    if (isRefusal(reckoned)) throw new Error(reckoned.says);
    expect(reckoned.due).toBe((await fileOf(id)).clock.due);
    expect(reckoned.steps.map(({ says }) => says)).toEqual((await fileOf(id)).clock.steps.map(({ says }) => says));
    expect(names).toEqual(expect.arrayContaining(['卷内目录.pdf', 'SHA256SUMS', 'SM3SUMS']));
    return names;
  }

  return {
    office,
    applyOnline,
    registerAt,
    fileOf,
    act,
    answer,
    toSign,
    goOut,
    groundsFor,
    tracked,
    volumeOf,
    againstWill,
    /** The browser of whoever applied last. */
    post: (path: string, form: Readonly<Record<string, string>>) => visitor.post(path, { ...form }),
    upload: (path: string, form: Readonly<Record<string, string>>) => visitor.upload(path, { ...form }),
  };
}

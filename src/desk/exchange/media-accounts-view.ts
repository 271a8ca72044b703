/** 媒体账号台账 on screen: the accounts with what was posted in a year, one of them whole, and the ledger as a sheet. */
import { ACCOUNT_ROLES, NO_SUCH_ACCOUNT, permitAccount } from '../../exchange/accounts/decide.ts';
import { ACCOUNT_EVENTS, accountState, type MediaAccount, PLATFORMS } from '../../exchange/accounts/media-account.ts';
import { POST_ROLES, permitPosts } from '../../exchange/accounts/media-post.ts';
import {
  accountsOf,
  type CountedAccount,
  eventsOfAccount,
  findAccount,
} from '../../exchange/store/accounts/accounts.ts';
import { postsOfAccount } from '../../exchange/store/accounts/posts.ts';
import { type Permission, permitInSome } from '../../people/actor.ts';
import type { AgencyId } from '../../people/agency.ts';
import { namesOfOfficers } from '../../people/store.ts';
import type { House } from '../../perform.ts';
import type { FilledSheet } from '../../platform/papers/sheet.ts';
import { type CivilDate, civilDateAt, yearOf } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import type { Light } from '../../statute/reply-clock/reckoning.ts';
import { silence } from '../../supervision/checks/silent-account.ts';
import type { VerdictName } from '../../supervision/verdict.ts';
import { type AgencyNames, agencyNames, agencyTerms } from '../agency-names.ts';
import type { MayDo, MediaAccountLine, MediaAccountsPage, MediaAccountView } from '../contract/media-accounts.ts';
import { handOf } from '../people/hand-of.ts';
import { agenciesWith, enterWith, type Officer, READERS } from '../reach.ts';
import type { AccountQuery, AccountsQuery } from './media-account-schemas.ts';

/** 谁看台账: whoever keeps it or posts, whoever reads findings, and whoever counts for the report. */
const ACCOUNT_READERS = [...new Set([...ACCOUNT_ROLES, ...POST_ROLES, ...READERS.findings, ...READERS.reports])];

const PAGE_SIZE = 20;

export function accountAgencies(officer: Officer): readonly AgencyId[] | Refusal {
  return enterWith(ACCOUNT_READERS, officer);
}

export async function accountsPage(
  officer: Officer,
  query: AccountsQuery,
  { db, now }: House,
): Promise<MediaAccountsPage | Refusal> {
  const agencies = accountAgencies(officer);
  if (isRefusal(agencies)) return agencies;
  const today = civilDateAt(now());
  const year = query.year ?? yearOf(today);
  const nameOf = await agencyNames(db);
  const all = (await accountsOf(db, agencies, year)).map((one) => lineOf(one, today, nameOf));
  const inUse = all.filter(({ closedOn }) => closedOn === null);
  return {
    ...{ year, today },
    lines: all.filter((line) => isWanted(line, query)),
    figures: {
      inUse: inUse.length,
      unfiled: inUse.filter(({ filedOn }) => filedOn === null).length,
      silent: inUse.filter(({ silence: found }) => found && found.light !== 'green').length,
      posts: all.reduce((sum, { posts }) => sum + posts, 0),
    },
    platforms: PLATFORM_TERMS,
    agencies: agencyTerms(agenciesWith(ACCOUNT_ROLES, officer), nameOf),
  };
}

const PLATFORM_TERMS = Object.entries(PLATFORMS).map(([name, { term }]) => ({ name, term }));

function isWanted(line: MediaAccountLine, { platform, state, text = '' }: AccountsQuery): boolean {
  if (platform !== undefined && line.platform !== platform) return false;
  if (state === 'closed' && line.closedOn === null) return false;
  if (state !== undefined && state !== 'closed' && line.closedOn !== null) return false;
  if (state === 'unfiled' && line.filedOn !== null) return false;
  const wanted = text.trim();
  return wanted === '' || [line.name, line.handle, line.agency, line.contact].some((field) => field.includes(wanted));
}

const LIGHTS: Readonly<Record<VerdictName, Light>> = {
  ...{ fine: 'green', notLooked: 'green', warning: 'yellow', urgent: 'red', failed: 'overdue' },
};

export function lineOf(
  { account, posts, lastPost }: CountedAccount,
  today: CivilDate,
  nameOf: AgencyNames,
): MediaAccountLine {
  const { id, platform, name, handle, contact, agencyId, openedOn, filed, closed } = account;
  const found = silence({ account, lastPost }, today);
  return {
    ...{
      id,
      platform,
      platformTerm: PLATFORMS[platform].term,
      name,
      handle,
      contact,
      agencyId,
      agency: nameOf(agencyId),
    },
    ...{ state: accountState(account), openedOn, filedNumber: filed?.number ?? null, filedOn: filed?.on ?? null },
    ...{ closedOn: closed?.on ?? null, closedWhy: closed?.why ?? null, posts, lastPost },
    silence: found ? { light: LIGHTS[found.state], dueOn: found.due, says: found.says } : null,
  };
}

/** The same answer whether it is another agency's or none at all. */
export async function accountFor(
  officer: Officer,
  id: string,
  { db }: Pick<House, 'db'>,
): Promise<MediaAccount | Refusal> {
  const agencies = accountAgencies(officer);
  if (isRefusal(agencies)) return agencies;
  const account = await findAccount(db, id);
  return account && agencies.includes(account.agencyId) ? account : NO_SUCH_ACCOUNT;
}

export async function accountView(
  officer: Officer,
  id: string,
  { year: asked, page = 1 }: AccountQuery,
  house: House,
): Promise<MediaAccountView | Refusal> {
  const account = await accountFor(officer, id, house);
  if (isRefusal(account)) return account;
  const { db } = house;
  const today = civilDateAt(house.now());
  const year = asked ?? yearOf(today);
  const [events, { posts, total }] = [
    await eventsOfAccount(db, id),
    await postsOfAccount(db, id, year, { number: page, size: PAGE_SIZE }),
  ];
  const names = await namesOfOfficers(db, [
    ...new Set([...events.map(({ by }) => by), ...posts.map((post) => post.recordedBy)]),
  ]);
  const nameOf = await agencyNames(db);
  const counted = (await accountsOf(db, [account.agencyId], year)).find((one) => one.account.id === id)!;
  return {
    line: lineOf(counted, today, nameOf),
    ...{ year, today, platforms: PLATFORM_TERMS, total, pageSize: PAGE_SIZE },
    agencies: agencyTerms(agenciesWith(ACCOUNT_ROLES, officer), nameOf),
    events: events.map(({ type, on, says, by }) => ({
      type: ACCOUNT_EVENTS[type].term,
      on,
      says,
      by: handOf({ by }, names),
    })),
    posts: posts.map((post) => ({
      ...{ id: post.id, title: post.title, postedOn: post.postedOn, url: post.url, withdrawn: post.withdrawn },
      by: handOf({ by: post.recordedBy }, names),
    })),
    keeping: mayDo(permitInSome(officer, (as) => permitAccount(as, CLOSING, account))),
    posting: mayDo(permitInSome(officer, (as) => permitPosts(as, { account }))),
  };
}

const CLOSING = { verb: 'closeAccount', accountId: '', on: '' as CivilDate, why: '' } as const;

function mayDo(permission: Permission): MayDo {
  return { allowed: permission.allowed, why: permission.allowed ? null : permission.refusal.says };
}

const COLUMNS: Readonly<Record<string, (line: MediaAccountLine) => string | number | null>> = {
  平台: ({ platformTerm }) => platformTerm,
  名称: ({ name }) => name,
  账号标识: ({ handle }) => handle,
  主办单位: ({ agency }) => agency,
  联系人: ({ contact }) => contact,
  状态: ({ state }) => state,
  开设: ({ openedOn }) => openedOn,
  备案编号: ({ filedNumber }) => filedNumber,
  备案日期: ({ filedOn }) => filedOn,
  注销: ({ closedOn }) => closedOn,
  注销原因: ({ closedWhy }) => closedWhy,
  本年发布: ({ posts }) => posts,
  最近发布: ({ lastPost }) => lastPost,
};

export function accountsSheet({ year, today, lines }: MediaAccountsPage, by: string): FilledSheet {
  const posts = lines.reduce((sum, line) => sum + line.posts, 0);
  return {
    title: `媒体账号台账 ${year}`,
    heads: Object.keys(COLUMNS),
    lines: lines.map((line) => Object.values(COLUMNS).map((cell) => cell(line))),
    notes: [`共 ${lines.length} 个账号，${year} 年发布 ${posts} 条，发布后撤下的不计。`, `${by}于 ${today} 导出。`],
  };
}

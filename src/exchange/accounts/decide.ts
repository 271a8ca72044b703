/** 账号的开设、变更、备案、注销 [MSG-15, MSG-16]: each a line of the ledger. What makes another account of it has to be filed again. */
import { type Actor, type Permission, requireRole } from '../../people/actor.ts';
import type { AgencyId } from '../../people/agency.ts';
import type { RoleName } from '../../people/role.ts';
import type { Decision, Scene } from '../../perform.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import {
  type AccountEvent,
  type AccountParticulars,
  accountTitle,
  type MediaAccount,
  PLATFORMS,
} from './media-account.ts';

export type AccountCommand =
  | {
      readonly verb: 'openAccount';
      readonly agencyId: AgencyId;
      readonly openedOn: CivilDate;
      readonly particulars: AccountParticulars;
    }
  | {
      readonly verb: 'changeAccount';
      readonly accountId: string;
      readonly agencyId: AgencyId;
      readonly particulars: AccountParticulars;
      readonly why: string;
    }
  | { readonly verb: 'fileAccount'; readonly accountId: string; readonly number: string; readonly on: CivilDate }
  | { readonly verb: 'closeAccount'; readonly accountId: string; readonly on: CivilDate; readonly why: string };

export type AccountVerb = AccountCommand['verb'];

export const ACCOUNT_BASIS = '国办发〔2018〕123号《关于推进政务新媒体健康有序发展的意见》';

export interface LoadedAccount {
  readonly agencyId: AgencyId;
  readonly account: MediaAccount | null;
  /** Another account in use has the platform and the name that were written. */
  readonly taken: boolean;
  /** Day of its last post; null where there is none. */
  readonly lastPost: CivilDate | null;
  /** The agency that is to keep it. */
  readonly keeperKnown: boolean;
}

/** What was done: the account as it is from now on, with its line. */
export interface ChangedAccount {
  readonly account: MediaAccount;
  readonly event: AccountEvent;
}

export const NO_SUCH_ACCOUNT = refuse('NO_SUCH_ACCOUNT', ACCOUNT_BASIS, '没有这个账号，请刷新台账。');

/** 台账由公开工作机构负责人管. */
export const ACCOUNT_ROLES: readonly RoleName[] = ['officeHead'];

export function permitAccount(
  actor: Actor,
  command: AccountCommand,
  { agencyId }: Pick<LoadedAccount, 'agencyId'>,
): Permission {
  const here = requireRole(actor, ACCOUNT_ROLES, agencyId);
  // 移交: whoever gives it away must be in charge at the other end too.
  return here.allowed && command.verb === 'changeAccount' ? requireRole(actor, ACCOUNT_ROLES, command.agencyId) : here;
}

const TRACES = {
  openAccount: 'accountOpened',
  changeAccount: 'accountChanged',
  fileAccount: 'accountFiled',
  closeAccount: 'accountClosed',
} as const satisfies Record<AccountVerb, string>;

export function decideAccount(
  loaded: LoadedAccount,
  command: AccountCommand,
  scene: Scene,
): Decision<ChangedAccount> | Refusal {
  const next = nextOf(loaded, command, scene);
  if (isRefusal(next)) return next;
  const { id, agencyId, ...account } = next.account;
  const content = { ...account, said: next.event.says };
  return { next, entry: { verb: TRACES[command.verb], subject: id, agencyId, basis: ACCOUNT_BASIS, content } };
}

function nextOf(loaded: LoadedAccount, command: AccountCommand, scene: Scene): ChangedAccount | Refusal {
  if (command.verb === 'openAccount') return opened(loaded, command, scene);
  const account = loaded.account!;
  if (account.closed)
    return refuse('WRONG_STATE', ACCOUNT_BASIS, `${accountTitle(account)}已经注销，不能再改。请刷新台账。`);
  if (command.verb === 'changeAccount') return changed(account, loaded, command, scene);
  if (command.verb === 'fileAccount') return filed(account, command, scene.today);
  return closed(account, loaded, command, scene.today);
}

function opened(
  { agencyId, taken }: LoadedAccount,
  { openedOn, particulars }: Extract<AccountCommand, { verb: 'openAccount' }>,
  { newId, today }: Scene,
): ChangedAccount | Refusal {
  const wrong = refuseParticulars(particulars, taken);
  if (wrong) return wrong;
  if (openedOn > today) return refuse('IN_THE_FUTURE', ACCOUNT_BASIS, '开设日期在今天以后，请改正。');
  const account = { ...tidied(particulars), id: newId(), agencyId, openedOn, filed: null, closed: null };
  return { account, event: { type: 'opened', on: openedOn, says: `开设${accountTitle(account)}` } };
}

const NAMED = { platform: '平台', name: '名称', handle: '账号标识', contact: '联系人' } as const;

function changed(
  account: MediaAccount,
  { taken, keeperKnown }: LoadedAccount,
  { agencyId, particulars, why }: Extract<AccountCommand, { verb: 'changeAccount' }>,
  { today }: Scene,
): ChangedAccount | Refusal {
  if (!keeperKnown) return refuse('NO_SUCH_AGENCY', ACCOUNT_BASIS, '没有这个主办单位，请从列表里选择。');
  const wrong = refuseParticulars(particulars, taken);
  if (wrong) return wrong;
  const next = { ...account, ...tidied(particulars), agencyId };
  const told = (Object.keys(NAMED) as (keyof typeof NAMED)[])
    .filter((field) => next[field] !== account[field])
    .map((field) =>
      field === 'platform'
        ? `平台由${PLATFORMS[account.platform].term}改为${PLATFORMS[next.platform].term}`
        : `${NAMED[field]}由“${account[field]}”改为“${next[field]}”`,
    );
  const moved = agencyId !== account.agencyId;
  if (told.length === 0 && !moved) return refuse('NOTHING_CHANGED', ACCOUNT_BASIS, '没有改动，不用保存。');
  if (why.trim() === '') return refuse('WHY_MISSING', ACCOUNT_BASIS, '请写明为什么变更，例如“机构改革后移交”。');
  // 名称、平台、标识、主办单位 make another account of it; another contact does not.
  const again = moved || (['platform', 'name', 'handle'] as const).some((field) => next[field] !== account[field]);
  const says = [...told, ...(moved ? ['移交主办单位'] : []), why.trim()].join('；');
  return { account: again ? { ...next, filed: null } : next, event: { type: 'changed', on: today, says } };
}

function filed(
  account: MediaAccount,
  { number, on }: Extract<AccountCommand, { verb: 'fileAccount' }>,
  today: CivilDate,
): ChangedAccount | Refusal {
  if (account.filed)
    return refuse('WRONG_STATE', ACCOUNT_BASIS, `已经备案（${account.filed.number}）。变更以后才需要重新备案。`);
  if (number.trim() === '') return refuse('NUMBER_MISSING', ACCOUNT_BASIS, '请填写备案编号或者备案文件的名称。');
  if (on > today) return refuse('IN_THE_FUTURE', ACCOUNT_BASIS, '备案日期在今天以后，请改正。');
  if (on < account.openedOn)
    return refuse('BEFORE_OPENING', ACCOUNT_BASIS, `备案日期早于开设日期 ${account.openedOn}，请核对。`);
  const done = { number: number.trim(), on };
  return { account: { ...account, filed: done }, event: { type: 'filed', on, says: `备案 ${done.number}` } };
}

function closed(
  account: MediaAccount,
  { lastPost }: LoadedAccount,
  { on, why }: Extract<AccountCommand, { verb: 'closeAccount' }>,
  today: CivilDate,
): ChangedAccount | Refusal {
  if (why.trim() === '') return refuse('WHY_MISSING', ACCOUNT_BASIS, '请写明为什么注销，例如“与县级账号合并”。');
  if (on > today) return refuse('IN_THE_FUTURE', ACCOUNT_BASIS, '注销日期在今天以后，请在注销以后登记。');
  const first = lastPost && lastPost > account.openedOn ? lastPost : account.openedOn;
  if (on < first)
    return refuse('BEFORE_LAST_POST', ACCOUNT_BASIS, `注销日期早于 ${first}，那天还有开设或者发布的记录，请核对。`);
  return { account: { ...account, closed: { on, why: why.trim() } }, event: { type: 'closed', on, says: why.trim() } };
}

function tidied({ platform, name, handle, contact }: AccountParticulars): AccountParticulars {
  return { platform, name: name.trim(), handle: handle.trim(), contact: contact.trim() };
}

function refuseParticulars({ platform, name, contact }: AccountParticulars, taken: boolean): Refusal | undefined {
  if (name.trim() === '') return refuse('NAME_MISSING', ACCOUNT_BASIS, '请填写账号名称，例如“示例县发布”。');
  if (contact.trim() === '')
    return refuse('CONTACT_MISSING', ACCOUNT_BASIS, '请填写联系人和办公电话，读者和检查的人都要找得到。');
  if (taken)
    return refuse(
      'MSG-16',
      ACCOUNT_BASIS,
      `${accountTitle({ platform, name: name.trim() })}已经在台账里。名称相同的，请核对平台和主办单位。`,
    );
  return undefined;
}

/**
 * 平台接口 Connection [XCH-1, XCH-9, XCH-10]: another platform that gets what an agency and those below it publish: the city's 集约化平台, or a program that
 * wants to be told. The system administrator sets it up. The secret is the content of a file that the operator laid down; here stands only its name.
 */
import { type Actor, type Permission, requireRole } from '../../people/actor.ts';
import type { AgencyId } from '../../people/agency.ts';
import type { Decision, Scene } from '../../perform.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import { REPORTED_FIELDS } from '../credit/report-mapping.ts';
import { type FieldMapping, MAPPED_FIELDS, refuseMapping } from './field-mapping.ts';

/** 推送方式: each has its adapter in `adapters/`, but the one where the other side asks [XCH-31]. */
export const WAYS = {
  http: { term: '接口（HTTP）', address: 'url', carries: 'documents' },
  folder: { term: '文件交换', address: 'folder', carries: 'documents' },
  webhook: { term: '变更通知（Webhook）', address: 'url', carries: 'documents' },
  credit: { term: '信用平台（双公示，文件交换）', address: 'folder', carries: 'decisions' },
  offer: { term: '由对方来取', address: 'none', carries: 'documents' },
} as const satisfies Record<string, WayFacts>;

export interface WayFacts {
  readonly term: string;
  /** `none`: nothing goes out, the other side comes and asks. */
  readonly address: 'url' | 'folder' | 'none';
  /** What is published, or the decisions of the register [ENF-38]. */
  readonly carries: 'documents' | 'decisions';
}

export type Way = keyof typeof WAYS;

/** 由对方来取 [XCH-31]: nothing is sent, queued or compared from here. */
export const isTaken = (way: Way): boolean => WAYS[way].address === 'none';

export interface ConnectionSettings {
  readonly name: string;
  readonly way: Way;
  readonly address: string;
  /** By what name the other side knows us. */
  readonly keyId: string;
  readonly secretFile: string;
  readonly mapping: FieldMapping;
}

export interface Connection extends ConnectionSettings {
  readonly id: string;
  readonly agencyId: AgencyId;
  readonly open: boolean;
  /** ISO 8601. */
  readonly openedAt: string;
}

export type ConnectionAct =
  | { readonly verb: 'openConnection'; readonly agencyId: AgencyId; readonly settings: ConnectionSettings }
  | { readonly verb: 'changeConnection'; readonly id: string; readonly settings: ConnectionSettings }
  | { readonly verb: 'closeConnection' | 'reopenConnection' | 'compareNow' | 'sendAllAgain'; readonly id: string };

/** As it is from now on, and what was done. */
export interface ActedOn extends Connection {
  readonly verb: ConnectionAct['verb'];
}

export interface LoadedConnection {
  readonly agencyId: AgencyId;
  readonly connection: Connection | null;
  /** Another side that comes and asks has this name already. */
  readonly keyTaken: boolean;
}

export const BASIS = '国办函〔2018〕71号《政府网站集约化试点工作方案》';

export const NO_SUCH_CONNECTION = refuse('NO_SUCH_CONNECTION', BASIS, '没有这个平台接口，请刷新列表。');

export function permit(
  actor: Actor,
  _act: { readonly verb: string },
  { agencyId }: Pick<LoadedConnection, 'agencyId'>,
): Permission {
  return requireRole(actor, ['systemAdmin'], agencyId);
}

const TRACES = {
  openConnection: 'connectionOpened',
  changeConnection: 'connectionChanged',
  closeConnection: 'connectionClosed',
  reopenConnection: 'connectionReopened',
  compareNow: 'comparisonAsked',
  sendAllAgain: 'queuedCopiesAgain',
} as const satisfies Record<ConnectionAct['verb'], string>;

export function decide(loaded: LoadedConnection, act: ConnectionAct, scene: Scene): Decision<ActedOn> | Refusal {
  const { agencyId } = loaded;
  const next = nextOf(loaded, act, scene);
  if (isRefusal(next)) return next;
  const { id, ...content } = next;
  return {
    next: { ...next, verb: act.verb },
    entry: { verb: TRACES[act.verb], subject: id, agencyId, basis: BASIS, content },
  };
}

function nextOf(
  { agencyId, connection, keyTaken }: LoadedConnection,
  act: ConnectionAct,
  { newId, at }: Scene,
): Connection | Refusal {
  if (act.verb === 'openConnection') {
    const wrong = refuseSettings(act.settings, keyTaken);
    return wrong ?? { ...tidied(act.settings), id: newId(), agencyId, open: true, openedAt: at.toISOString() };
  }
  if (act.verb === 'changeConnection')
    return refuseSettings(act.settings, keyTaken) ?? { ...connection!, ...tidied(act.settings) };
  const { open } = connection!;
  if (act.verb === 'reopenConnection') return open ? wrongState('已经开通') : { ...connection!, open: true };
  if (!open) return wrongState('已经停用');
  if (act.verb === 'closeConnection') return { ...connection!, open: false };
  if (!isTaken(connection!.way)) return connection!;
  return refuse('XCH-31', BASIS, '这个接口由对方来取，本站不推送、不对账。请对方取一次。');
}

const wrongState = (how: string) => refuse('WRONG_STATE', BASIS, `这个接口${how}，请刷新列表。`);

const tidied = (settings: ConnectionSettings): ConnectionSettings => ({
  ...settings,
  name: settings.name.trim(),
  address: isTaken(settings.way) ? '' : settings.address.trim(),
});

/** Names of files and folders, never paths. */
export const BARE_NAME = /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,59}$/;

/** What a mapping can name, by what is carried. */
export const NAMED: Readonly<Record<WayFacts['carries'], Readonly<Record<string, string>>>> = {
  documents: MAPPED_FIELDS,
  decisions: REPORTED_FIELDS,
};

function refuseSettings(
  { name, way, address, keyId, secretFile, mapping }: ConnectionSettings,
  keyTaken: boolean,
): Refusal | undefined {
  if (name.trim() === '') return refuse('XCH-9', BASIS, '请填写平台的名称，例如“市集约化平台”。');
  const badAddress = ADDRESSES[WAYS[way].address](address.trim());
  const wrong = badAddress ?? refuseKey(keyId, secretFile) ?? refuseMapping(mapping, NAMED[WAYS[way].carries]);
  if (wrong || !isTaken(way) || !keyTaken) return wrong;
  return refuse('XCH-31', BASIS, `接口账号“${keyId}”已经给了另一个来取的单位。请换一个。`);
}

const ADDRESSES: Readonly<Record<WayFacts['address'], (address: string) => Refusal | undefined>> = {
  url: (address) => refuseUrl(address),
  folder: (address) => refuseFolder(address),
  none: () => undefined,
};

/** Shared by whoever gives and whoever takes. */
export function refuseKey(keyId: string, secretFile: string): Refusal | undefined {
  if (!BARE_NAME.test(keyId)) return refuse('XCH-9', BASIS, '接口账号用字母、数字、点、横线，不超过 60 个字。');
  if (!BARE_NAME.test(secretFile))
    return refuse(
      'XCH-9',
      BASIS,
      '密钥文件只写文件名，不写路径；文件放在 GONGKAI_SECRETS 指定的文件夹里，由运行维护人员放好。',
    );
  return undefined;
}

function refuseFolder(name: string): Refusal | undefined {
  return BARE_NAME.test(name)
    ? undefined
    : refuse(
        'XCH-9',
        BASIS,
        '交换文件夹只写名称，不写路径，用字母、数字、横线；它建在 GONGKAI_EXCHANGE_FOLDER 指定的文件夹里。',
      );
}

export function refuseUrl(address: string): Refusal | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url && /^https?:$/.test(url.protocol) && !url.username && !url.password && !url.search && !url.hash)
    return undefined;
  return refuse(
    'XCH-9',
    BASIS,
    '地址应是 https:// 或 http:// 开头的网址，不带账号、问号和井号，例如 https://xxgk.example.gov.cn/exchange/v1。',
  );
}

/**
 * 来源单位 Source [XCH-11…14, XCH-33]: another installation that may deliver here, or that is asked for what it offers, and what is decided about what
 * comes. Nobody may until the system administrator has named him. What comes is shown with where it comes from; it is never this county's own, and counts in no figure.
 */
import { type Actor, type Permission, requireRole } from '../../people/actor.ts';
import type { AgencyId } from '../../people/agency.ts';
import type { Decision, Scene } from '../../perform.ts';
import { cleanBody } from '../../publications/body.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import { BASIS, refuseKey, refuseUrl } from './connection.ts';
import { digestOf, type SharedCopy, type SharedMessage } from './shared-copy.ts';

export interface SourceSettings {
  readonly name: string;
  /** Where its own portal stands. */
  readonly siteUrl: string;
  readonly keyId: string;
  readonly secretFile: string;
  /** 从哪里取: where it is asked for what it offers; empty where it only delivers. */
  readonly takeFrom: string;
  /** How many minutes lie between two times. */
  readonly takeEvery: number;
}

/** Not so often that it disturbs them, and once a day at least. */
export const TAKE_EVERY = { least: 5, most: 1_440, usual: 60 } as const;

export interface Source extends SourceSettings {
  readonly id: string;
  readonly agencyId: AgencyId;
  readonly open: boolean;
  readonly openedAt: string;
}

export type SourceAct =
  | { readonly verb: 'admitSource'; readonly agencyId: AgencyId; readonly settings: SourceSettings }
  | { readonly verb: 'changeSource'; readonly id: string; readonly settings: SourceSettings }
  | { readonly verb: 'closeSource' | 'reopenSource' | 'takeNow'; readonly id: string };

export interface LoadedSource {
  readonly agencyId: AgencyId;
  readonly source: Source | null;
  /** Another one has this name already. */
  readonly keyTaken: boolean;
}

export const NO_SUCH_SOURCE = refuse('NO_SUCH_SOURCE', BASIS, '没有这个来源单位，请刷新列表。');

export function permitSource(actor: Actor, _act: SourceAct, { agencyId }: LoadedSource): Permission {
  return requireRole(actor, ['systemAdmin'], agencyId);
}

const TRACES = {
  admitSource: 'sourceAdmitted',
  changeSource: 'sourceChanged',
  closeSource: 'sourceClosed',
  reopenSource: 'sourceReopened',
  takeNow: 'takingAsked',
} as const satisfies Record<SourceAct['verb'], string>;

export function decideSource(loaded: LoadedSource, act: SourceAct, scene: Scene): Decision<Source> | Refusal {
  const next = nextOf(loaded, act, scene);
  if (isRefusal(next)) return next;
  const { id, ...content } = next;
  return { next, entry: { verb: TRACES[act.verb], subject: id, agencyId: next.agencyId, basis: BASIS, content } };
}

function nextOf({ agencyId, source, keyTaken }: LoadedSource, act: SourceAct, scene: Scene): Source | Refusal {
  if (act.verb === 'admitSource' || act.verb === 'changeSource') {
    const settings = tidied(act.settings);
    const wrong = refuseSettings(settings, keyTaken);
    if (wrong) return wrong;
    return source
      ? { ...source, ...settings }
      : { ...settings, id: scene.newId(), agencyId, open: true, openedAt: scene.at.toISOString() };
  }
  if (act.verb === 'takeNow') return taken(source!);
  return turned(source!, act.verb === 'reopenSource');
}

const tidied = (settings: SourceSettings): SourceSettings => ({
  ...settings,
  name: settings.name.trim(),
  siteUrl: settings.siteUrl.trim(),
  takeFrom: settings.takeFrom.trim(),
});

function refuseSettings(settings: SourceSettings, keyTaken: boolean): Refusal | undefined {
  const { name, siteUrl, keyId, secretFile, takeFrom, takeEvery } = settings;
  if (name === '') return refuse('XCH-9', BASIS, '请填写来源单位的名称，例如“示例县人民政府”。');
  const wrong =
    refuseUrl(siteUrl) ?? refuseKey(keyId, secretFile) ?? (takeFrom === '' ? undefined : refuseUrl(takeFrom));
  if (wrong) return wrong;
  if (keyTaken) return refuse('XCH-9', BASIS, `接口账号“${keyId}”已经给了别的单位。请换一个。`);
  const { least, most } = TAKE_EVERY;
  if (takeEvery >= least && takeEvery <= most) return undefined;
  return refuse('XCH-33', BASIS, `间隔最短 ${least} 分钟，最长 ${most} 分钟（一天）。`);
}

function taken(source: Source): Source | Refusal {
  if (!source.open) return refuse('WRONG_STATE', BASIS, '这个来源单位已经停用，请先重新开通。');
  if (source.takeFrom !== '') return source;
  return refuse('XCH-33', BASIS, '没有填写从哪里取，这个单位由它推送过来。要去取的，请先在“修改”里写取的地址。');
}

function turned(source: Source, open: boolean): Source | Refusal {
  if (source.open === open)
    return refuse('WRONG_STATE', BASIS, `这个来源单位${open ? '已经开通' : '已经停用'}，请刷新列表。`);
  return { ...source, open };
}

/** What is held of an item, or nothing yet. */
export interface HeldCopy {
  readonly revision: number;
  readonly digest: string;
}

export interface Receive {
  readonly verb: 'receive';
  readonly sourceId: string;
  readonly message: SharedMessage;
}

export interface LoadedReceipt {
  readonly source: Source;
  readonly held: HeldCopy | null;
  /** Of the files the item names, those that are not here. */
  readonly lacking: readonly string[];
}

/** Kept: the item as it may be shown. */
export interface Received {
  readonly sourceId: string;
  readonly message: SharedMessage;
}

/** Not an error for the other side: it is held already, or something newer is. */
export const HELD_ALREADY = refuse('HELD_ALREADY', BASIS, '已经收过这一版或者更新的一版。');

export const NOT_YOUR_SOURCE = 'NOT_YOUR_SOURCE';

export function permitReceipt(actor: Actor, _act: Receive, { source }: LoadedReceipt): Permission {
  // The face has found the source by its signature; nobody who signs in delivers.
  if (actor.kind === 'system' && source.open) return { allowed: true };
  return { allowed: false, refusal: refuse(NOT_YOUR_SOURCE, BASIS, '这个来源单位没有开通，没有接收。') };
}

/** [XCH-12, XCH-13] The newest revision counts; what does not fit its digest, or lacks a file, is not taken. */
export function decideReceipt(
  { source, held, lacking }: LoadedReceipt,
  { message }: Receive,
): Decision<Received> | Refusal {
  const { item, revision, digest } = message;
  if (digestOf(item) !== digest)
    return refuse('XCH-13', BASIS, '内容与摘要不一致，没有接收。请核对摘要的算法（规范 JSON 的 SM3）。');
  if (held && (held.revision > revision || (held.revision === revision && held.digest === digest))) return HELD_ALREADY;
  if (lacking.length > 0)
    return refuse('XCH-13', BASIS, `附件或者图片还没有送到，没有接收：${lacking.slice(0, 5).join('、')}。请先送文件。`);
  const verb = item.what === 'withdrawal' ? 'sharedItemWithdrawn' : 'sharedItemReceived';
  return {
    next: { sourceId: source.id, message: { ...message, item: cleaned(item) } },
    entry: {
      verb,
      subject: item.id,
      agencyId: source.agencyId,
      basis: BASIS,
      content: { source: source.id, revision, digest },
    },
  };
}

/** [XCH-12] By the same rule as what is typed here. */
function cleaned(item: SharedCopy): SharedCopy {
  return item.what === 'document' ? { ...item, bodyHtml: cleanBody(item.bodyHtml) } : item;
}

/** 回执: what the other side keeps as evidence. */
export function receiptOf({ revision, digest }: HeldCopy): string {
  return `R${revision}-${digest.slice(0, 16)}`;
}

/** 公众号接入 WechatJoin [XCH-23]: how an account of the ledger is reached. The system administrator sets it up; of secrets he writes the names of files, never what is in them. */
import { type Actor, type Permission, requireRole } from '../../people/actor.ts';
import type { AgencyId } from '../../people/agency.ts';
import type { Decision, Scene } from '../../perform.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import { accountTitle, type MediaAccount } from '../accounts/media-account.ts';
import { BARE_NAME } from '../sharing/connection.ts';

export interface JoinSettings {
  readonly appId: string;
  readonly secretFile: string;
  /** Null where the platform does not call us. */
  readonly callbackFile: string | null;
}

export interface WechatJoin extends JoinSettings {
  readonly accountId: string;
  readonly agencyId: AgencyId;
  readonly open: boolean;
}

export type JoinCommand =
  | { readonly verb: 'joinWechat'; readonly accountId: string; readonly settings: JoinSettings }
  | { readonly verb: 'closeWechat' | 'reopenWechat' | 'compareWechat' | 'sendWechatAgain'; readonly accountId: string };

export interface LoadedJoin {
  readonly account: MediaAccount;
  readonly join: WechatJoin | null;
}

export interface JoinedNow extends WechatJoin {
  readonly verb: JoinCommand['verb'];
}

export const WECHAT_BASIS = '国办发〔2018〕123号《关于推进政务新媒体健康有序发展的意见》';
const SAFETY = '网络安全等级保护的要求（三员分立）';

export function permitJoin(actor: Actor, { account }: Pick<LoadedJoin, 'account'>): Permission {
  return requireRole(actor, ['systemAdmin'], account.agencyId);
}

const TRACES = {
  joinWechat: 'wechatJoined',
  closeWechat: 'wechatClosed',
  reopenWechat: 'wechatReopened',
  compareWechat: 'wechatComparisonAsked',
  sendWechatAgain: 'wechatQueuedAgain',
} as const satisfies Record<JoinCommand['verb'], string>;

export function decideJoin(
  { account, join }: LoadedJoin,
  command: JoinCommand,
  _: Scene,
): Decision<JoinedNow> | Refusal {
  const next = nextOf(account, join, command);
  if ('refused' in next) return next;
  const { appId, secretFile, callbackFile, open } = next;
  const content = { appId, secretFile, callbackFile, open };
  const { id: subject, agencyId } = account;
  return {
    next: { ...next, verb: command.verb },
    entry: { verb: TRACES[command.verb], subject, agencyId, basis: SAFETY, content },
  };
}

function nextOf(account: MediaAccount, join: WechatJoin | null, command: JoinCommand): WechatJoin | Refusal {
  if (command.verb === 'joinWechat') {
    if (account.platform !== 'wechat')
      return refuse('XCH-23', SAFETY, `${accountTitle(account)}不是微信公众号，不能接入。`);
    if (account.closed) return refuse('WRONG_STATE', SAFETY, `${accountTitle(account)}已经注销，不能接入。`);
    const { appId, secretFile, callbackFile } = command.settings;
    if (!/^wx[0-9a-zA-Z]{8,30}$/.test(appId.trim()))
      return refuse('XCH-23', SAFETY, 'AppID 是以 wx 开头的一串字母和数字，请从公众平台“开发接口管理”里复制。');
    if (![secretFile, callbackFile ?? 'none'].every((name) => BARE_NAME.test(name)))
      return refuse(
        'XCH-23',
        SAFETY,
        '密钥文件只写文件名，不写路径；文件放在 GONGKAI_SECRETS 指定的文件夹里，由运行维护人员放好。',
      );
    return {
      accountId: account.id,
      agencyId: account.agencyId,
      appId: appId.trim(),
      secretFile,
      callbackFile,
      open: true,
    };
  }
  if (!join) return refuse('WRONG_STATE', SAFETY, `${accountTitle(account)}还没有接入，请先填写接入设置。`);
  if (command.verb === 'reopenWechat' && account.closed)
    return refuse('WRONG_STATE', SAFETY, `${accountTitle(account)}已经注销，不能再启用。`);
  if (command.verb === 'reopenWechat')
    return join.open ? refuse('WRONG_STATE', SAFETY, '已经在用，请刷新。') : { ...join, open: true };
  if (!join.open) return refuse('WRONG_STATE', SAFETY, '已经停用，请刷新。');
  return command.verb === 'closeWechat' ? { ...join, open: false } : join;
}

/** 推送方式 → 适配器: the table of ways, and what each is opened with. Secrets are read from their files each time, so that a new one counts at once. */
import { join } from 'node:path';
import type { Dispatcher } from 'undici';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import { mappedReport } from '../credit/report-mapping.ts';
import type { DecisionReport } from '../credit/reported-decision.ts';
import type { Connection, Way } from '../sharing/connection.ts';
import { mapped } from '../sharing/field-mapping.ts';
import type { SharedMessage } from '../sharing/shared-copy.ts';
import { folderDrop } from './folder.ts';
import { httpJson } from './http-json.ts';
import type { PlatformAdapter } from './platform-adapter.ts';
import type { Calling } from './signed-call.ts';
import { webhook } from './webhook.ts';

export interface Ground {
  /** With the guard against addresses of one's own network. */
  readonly agent: Dispatcher;
  /** The secrets in a file of the folder of secrets, the one in use first; why not. */
  readonly secretsIn: (file: string) => readonly string[] | Refusal;
  /** Below it lie the folders of exchange. */
  readonly exchangeFolder?: string;
  /** In the demo nothing goes out but to `host:port` of these. */
  readonly onlyTo?: ReadonlySet<string>;
  readonly now: () => Date;
  readonly timeoutMs: number;
}

export type OpenAdapter = (connection: Connection) => PlatformAdapter | Refusal;

const ADAPTERS: Readonly<Record<Way, (connection: Connection, ground: Ground) => PlatformAdapter | Refusal>> = {
  http: (connection, ground) => called(connection, ground, (calling) => httpJson(calling, connection.mapping)),
  webhook: (connection, ground) => called(connection, ground, webhook),
  folder: ({ address, mapping }, ground) =>
    dropped(address, ground, (folder) => folderDrop(folder, (message: SharedMessage) => mapped(message, mapping))),
  credit: ({ address, mapping }, ground) =>
    dropped(address, ground, (folder) => folderDrop(folder, (report: DecisionReport) => mappedReport(report, mapping))),
  offer: () => notSetUp('这个接口由对方来取，本站不推送。'),
};

export function openAdapter(connection: Connection, ground: Ground): PlatformAdapter | Refusal {
  return ADAPTERS[connection.way](connection, ground);
}

function dropped(
  address: string,
  { exchangeFolder }: Ground,
  open: (folder: string) => PlatformAdapter,
): PlatformAdapter | Refusal {
  return exchangeFolder === undefined
    ? notSetUp('没有设置交换文件夹。请运行维护人员设置 GONGKAI_EXCHANGE_FOLDER。')
    : open(join(exchangeFolder, address));
}

function called(
  connection: Connection,
  ground: Ground,
  open: (calling: Calling) => PlatformAdapter,
): PlatformAdapter | Refusal {
  const calling = callingOf(connection, ground);
  return isRefusal(calling) ? calling : open(calling);
}

/** What a signed request to this address needs; why it cannot be made. */
export function callingOf(
  { address, keyId, secretFile }: Pick<Connection, 'address' | 'keyId' | 'secretFile'>,
  { agent, secretsIn, onlyTo, now, timeoutMs }: Ground,
): Calling | Refusal {
  const url = new URL(address);
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  if (onlyTo && !onlyTo.has(`${url.hostname}:${port}`))
    return notSetUp('演示模式只连接 GONGKAI_INTERNAL_SITES 里列出的地址。');
  const secrets = secretsIn(secretFile);
  if (isRefusal(secrets)) return secrets;
  return { agent, base: address.replace(/\/+$/, ''), keyId, secrets, now, timeoutMs };
}

const notSetUp = (says: string) => refuse('XCH-9', '启动设置', says);

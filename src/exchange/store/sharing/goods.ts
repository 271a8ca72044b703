/**
 * 送什么 Goods: what a connection carries, as it stands at the moment it is sent or compared: what is published, or for a credit platform the decisions of the
 * register. The rest of the machinery asks no further.
 */
import {
  numbersOfDecisions,
  reportableDecisionIds,
  reportableDecisions,
} from '../../../enforcement/store/decisions/report.ts';
import { subtreeOf } from '../../../people/agency.ts';
import { listAgencies } from '../../../people/store.ts';
import type { Db } from '../../../platform/database.ts';
import type { FileStore } from '../../../platform/files/file-store.ts';
import type { KeyRing } from '../../../platform/key-file.ts';
import { shareableIds } from '../../../publications/store/shareable.ts';
import { titlesOf } from '../../../publications/store/titles.ts';
import type { CivilDate } from '../../../statute/civil-date.ts';
import type { FileToSend, Outgoing } from '../../adapters/platform-adapter.ts';
import { digestOfDecision, noLongerReported, reportedDecision } from '../../credit/reported-decision.ts';
import { type Connection, WAYS } from '../../sharing/connection.ts';
import { COLUMNS_ID, digestOf, goneNotice } from '../../sharing/shared-copy.ts';
import { copiesNow, filesToSend, scopeOf } from './copies-now.ts';

export interface Good {
  readonly item: Outgoing['item'];
  readonly digest: string;
  readonly files: readonly FileToSend[];
}

export interface Goods {
  /** Of these what is or was public, within the reach of the connection. */
  now(ids: readonly string[]): Promise<readonly Good[]>;
  /** All there are, a page at a time. */
  idsAfter(after: string, limit: number): Promise<readonly string[]>;
  /** Beside them. */
  readonly always: readonly string[];
  /** What is told of what is not among them any more. */
  gone(id: string, today: CivilDate): Good;
}

export interface Stock {
  readonly db: Db;
  readonly files: Pick<FileStore, 'read'>;
  readonly keys: Pick<KeyRing, 'open'>;
  /** Of our portal. */
  readonly siteUrl: string;
}

export function goodsOf(stock: Stock, connection: Connection): Promise<Goods> {
  return WAYS[connection.way].carries === 'decisions' ? decisions(stock, connection) : documents(stock, connection);
}

async function documents({ db, files, siteUrl }: Stock, connection: Connection): Promise<Goods> {
  const scope = await scopeOf(db, connection, siteUrl);
  return {
    async now(ids) {
      const copies = await copiesNow(db, ids, scope);
      return copies.map((copy) => ({
        ...{ item: copy.item, digest: digestOf(copy.item), files: filesToSend(copy, files.read) },
      }));
    },
    idsAfter: (after, limit) => shareableIds(db, scope.reach, after, limit),
    always: [COLUMNS_ID],
    gone(id, today) {
      const item = goneNotice(id, today);
      return { item, digest: digestOf(item), files: [] };
    },
  };
}

async function decisions({ db, keys }: Stock, { agencyId }: Connection): Promise<Goods> {
  const reach = subtreeOf(agencyId, await listAgencies(db));
  return {
    async now(ids) {
      const found = await reportableDecisions(db, keys, ids, reach);
      return found.map((one) => ({ item: reportedDecision(one), digest: digestOfDecision(one), files: [] }));
    },
    idsAfter: (after, limit) => reportableDecisionIds(db, reach, after, limit),
    always: [],
    gone: (id, today) => ({
      ...{ item: noLongerReported(id, today), files: [] },
      digest: digestOfDecision({ id, kind: 'licensing', number: '', said: {}, content: '', withdrawn: null }),
    }),
  };
}

/** What the items of a connection are called: titles, or numbers of papers. */
export async function titlesOfItems(
  db: Db,
  { way }: Pick<Connection, 'way'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (WAYS[way].carries === 'decisions') return numbersOfDecisions(db, ids);
  const documents = [...(await titlesOf(db, ids)).values()];
  return new Map([...documents.map(({ id, title }) => [id, title] as const), [COLUMNS_ID, '栏目树']]);
}

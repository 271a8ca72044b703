/** 平台接口 on the console: how each connection stands, what did not go and why, what the last comparison found. */
import { DIFFERENCE_TERMS } from '../../exchange/sharing/compare-holdings.ts';
import { type Connection, NAMED, WAYS } from '../../exchange/sharing/connection.ts';
import { COMPARE, connectionsOf, SHARE, type ShareBody } from '../../exchange/store/sharing/connections.ts';
import { titlesOfItems } from '../../exchange/store/sharing/goods.ts';
import { receivedCounts } from '../../exchange/store/sharing/received.ts';
import { sourcesOf } from '../../exchange/store/sharing/sources.ts';
import { lastComparison, standingOf } from '../../exchange/store/sharing/standing.ts';
import { type Taking, takingsOf } from '../../exchange/store/sharing/takings.ts';
import type { AgencyId } from '../../people/agency.ts';
import { listAgencies } from '../../people/store.ts';
import type { Db } from '../../platform/database.ts';
import { countNamed, type PieceFound, piecesNamed } from '../../platform/outbox/pieces.ts';
import type { ConnectionLine, ConnectionsView, ConnectionView, TakingLine } from '../contract.ts';
import type { DeskDeps } from '../desk.ts';

const WAY_TERMS = Object.entries(WAYS).map(([name, way]) => ({
  ...{ name, ...way },
  fields: Object.entries(NAMED[way.carries]).map(([field, term]) => ({ name: field, term })),
}));

export async function connectionsView(
  { house, config }: DeskDeps,
  agencies: readonly AgencyId[],
): Promise<ConnectionsView> {
  const { db } = house;
  const lines = [];
  for (const connection of await connectionsOf(db, agencies)) lines.push(await lineOf(db, connection));
  const counts = await receivedCounts(db);
  const admitted = await sourcesOf(db, agencies);
  const takings = await takingsOf(
    db,
    admitted.map(({ id }) => id),
  );
  const sources = admitted.map(({ agencyId: _, openedAt: __, ...source }) => ({
    ...source,
    shown: counts.get(source.id)?.shown ?? 0,
    lastAt: counts.get(source.id)?.lastAt.toISOString() ?? null,
    taking: source.takeFrom === '' ? null : takingLine(takings.get(source.id), house.now()),
  }));
  return {
    secrets: config.secretsFolder !== undefined,
    folder: config.exchangeFolder !== undefined,
    address: `${config.publicUrl ?? ''}/exchange/v1`,
    ...{ ways: WAY_TERMS, connections: lines, sources },
  };
}

function takingLine(taking: Taking | undefined, now: Date): TakingLine | null {
  if (!taking?.tried_at) return null;
  return {
    isRunning: taking.lease_until !== null && taking.lease_until > now,
    triedAt: taking.tried_at.toISOString(),
    completeAt: taking.complete_at?.toISOString() ?? null,
    failingSince: taking.failing_since?.toISOString() ?? null,
    ...{ said: taking.said, theirs: taking.theirs, leftOver: taking.left_over },
    refused: taking.refused,
  };
}

async function lineOf(db: Db, connection: Connection): Promise<ConnectionLine> {
  const { id, name, way, address, keyId, secretFile, mapping, open, agencyId } = connection;
  const [standing, queued, compared] = [
    await standingOf(db, id),
    await countNamed(db, `${SHARE}:${id}:`),
    await lastComparison(db, id),
  ];
  return {
    ...{
      id,
      name,
      way,
      wayTerm: WAYS[way].term,
      carries: WAYS[way].carries,
      address,
      keyId,
      secretFile,
      mapping: structuredClone(mapping),
      open,
    },
    agency: (await listAgencies(db)).find((one) => one.id === agencyId)?.name ?? '',
    ...{ ...queued, confirmed: standing.confirmed, confirmedAt: standing.confirmedAt?.toISOString() ?? null },
    compared: compared
      ? {
          ...{ at: compared.at.toISOString(), told: compared.told, ours: compared.ours, theirs: compared.theirs },
          ...{ underWay: compared.under_way, differences: compared.found },
        }
      : null,
  };
}

export async function connectionView({ house: { db } }: DeskDeps, connection: Connection): Promise<ConnectionView> {
  const { id } = connection;
  const named = (state: 'dead' | 'waiting') =>
    Promise.all([COMPARE, SHARE].map((work) => piecesNamed(db, `${work}:${id}:`, state)));
  const [dead, waiting] = [(await named('dead')).flat(), (await named('waiting')).flat()];
  const found = (await lastComparison(db, id))?.differences ?? [];
  const ids = [...dead, ...waiting].flatMap(({ body }) => (body as Partial<ShareBody>).itemId ?? []);
  const titles = await titlesOfItems(db, connection, ids);
  return {
    line: await lineOf(db, connection),
    ways: WAY_TERMS,
    dead: dead.map((piece) => lineOfPiece(piece, titles)),
    waiting: waiting.map((piece) => lineOfPiece(piece, titles)),
    differences: found.map(({ kind, id: of, title }) => ({ kind: DIFFERENCE_TERMS[kind], id: of, title })),
  };
}

function lineOfPiece({ id, work, body, attempts, at, said }: PieceFound, titles: ReadonlyMap<string, string>) {
  const { itemId } = body as Partial<ShareBody>;
  const title = work === COMPARE ? '对账' : (titles.get(itemId ?? '') ?? '不再公开的信息');
  return { id, title, attempts, at: at.toISOString(), said };
}

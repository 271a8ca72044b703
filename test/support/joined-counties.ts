/**
 * A county and the city it is joined to: two databases, the city's real portal listening on loopback, the county's outbox and a clock that only the
 * play moves on. Between them a line that can be made unreliable.
 */
import { mkdtempSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Ground, openAdapter } from '../../src/exchange/adapters/adapters.ts';
import type { Connection, Way } from '../../src/exchange/sharing/connection.ts';
import { type FieldMapping, NO_MAPPING } from '../../src/exchange/sharing/field-mapping.ts';
import { compare } from '../../src/exchange/store/sharing/compare.ts';
import { COMPARE, connectionStairs, SHARE, SHARING_WORKS } from '../../src/exchange/store/sharing/connections.ts';
import { queueShares } from '../../src/exchange/store/sharing/queue-shares.ts';
import { type Sharing, share } from '../../src/exchange/store/sharing/share.ts';
import { sourceStairs } from '../../src/exchange/store/sharing/sources.ts';
import { type KeptComparison, lastComparison } from '../../src/exchange/store/sharing/standing.ts';
import { perform } from '../../src/perform.ts';
import type { Db } from '../../src/platform/database.ts';
import { type FileStore, openFileStore } from '../../src/platform/files/file-store.ts';
import { openLog } from '../../src/platform/log.ts';
import { deliverDue } from '../../src/platform/outbox/deliver.ts';
import { guardedAgent } from '../../src/platform/outgoing/guarded-agent.ts';
import { type PortalPlay, portalPlay } from '../../src/portal/portal.fixture.ts';
import { isRefusal } from '../../src/statute/refusal.ts';
import { type PublicationPlay, publicationPlay } from './publication-play.ts';
import { KEYS } from './request-desk.ts';
import { officerOf } from './scene.ts';
import { type Line, type LineFaults, unreliableLine } from './unreliable-line.ts';

export const SECRET = 'a secret both sides were given';
export const ADMIN = { ...officerOf('county', 'systemAdmin'), reach: { systemAdmin: ['county', 'town'] } } as const;

export interface JoinedCounties {
  readonly county: PublicationPlay;
  readonly countyFiles: FileStore;
  readonly city: PortalPlay;
  readonly line: Line;
  readonly sharing: Sharing;
  /** Opens a connection to the city. */
  open(settings?: {
    readonly way?: Way;
    readonly address?: string;
    readonly mapping?: FieldMapping;
  }): Promise<Connection>;
  /** Everything due goes out; the clock jumps over the waits between tries until nothing is left. @returns rounds */
  deliver(mostRounds?: number): Promise<number>;
  /** Compares until nothing differs and nothing is under way, a few times at most. @returns how the last one came out */
  compare(connectionId: string): Promise<KeptComparison>;
  close(): Promise<void>;
}

const DAY_MS = 24 * 3_600_000;

export async function joinedCounties(
  [countyDb, cityDb]: readonly [Db, Db],
  faults: LineFaults = {},
  change: Partial<Ground> = {},
): Promise<JoinedCounties> {
  let ahead = 0;
  const start = Date.now();
  const now = () => new Date(start + ahead);
  const files = (name: string) => openFileStore(mkdtempSync(join(tmpdir(), `gongkai-${name}-`)), KEYS);
  const [countyFiles, cityFiles] = [files('county'), files('city')];
  const county = await publicationPlay(countyDb, ['county', 'town'], { alongside: queueShares });
  const city = await portalPlay(cityDb, { files: cityFiles, secretsIn: () => [SECRET] }, { now });
  await city.portal.app.listen({ host: '127.0.0.1', port: 0 });
  const line = await unreliableLine((city.portal.app.server.address() as AddressInfo).port, faults);
  const ground: Ground = {
    agent: guardedAgent({ timeoutMs: 2_000, listed: new Set([`127.0.0.1:${line.port}`]) }),
    secretsIn: () => [SECRET],
    now,
    timeoutMs: 2_000,
    ...change,
  };
  const sharing: Sharing = {
    ...{ db: countyDb, now, files: countyFiles, keys: KEYS, siteUrl: 'https://www.county.example.gov.cn' },
    open: (connection) => openAdapter(connection, ground),
  };
  const admitted = await perform(
    city.house,
    sourceStairs,
    { ...ADMIN },
    {
      verb: 'admitSource',
      agencyId: 'county',
      settings: {
        name: '示例县人民政府',
        siteUrl: 'https://www.county.example.gov.cn',
        keyId: 'county-1',
        secretFile: 'county',
        takeFrom: '',
        takeEvery: 60,
      },
    },
  );
  if (isRefusal(admitted)) throw new Error(admitted.says);
  const works = {
    [SHARE]: (piece: Parameters<typeof share>[1]) => share(sharing, piece),
    [COMPARE]: (piece: Parameters<typeof compare>[1]) => compare(sharing, piece),
  };
  const deliver = async (mostRounds = 60) => {
    for (let round = 1; round <= mostRounds; round += 1) {
      const log = openLog('error', (text) => void console.error(text));
      await deliverDue({ db: countyDb, now, works, which: { only: SHARING_WORKS }, log }, 100_000);
      const left = countyDb.selectFrom('outbox').select('id').where('state', '=', 'waiting').limit(1);
      if ((await left.execute()).length === 0) return round;
      ahead += DAY_MS;
    }
    return mostRounds;
  };
  return {
    ...{ county, countyFiles, city, line, sharing },
    async open({ way = 'http', address = `http://127.0.0.1:${line.port}/exchange/v1`, mapping = NO_MAPPING } = {}) {
      const settings = { name: '市集约化平台', way, address, keyId: 'county-1', secretFile: 'city', mapping };
      const opened = await perform(county.house, connectionStairs, ADMIN, {
        verb: 'openConnection',
        agencyId: 'county',
        settings,
      });
      if (isRefusal(opened)) throw new Error(opened.says);
      return opened;
    },
    deliver,
    async compare(id) {
      for (let tried = 1; ; tried += 1) {
        await perform(county.house, connectionStairs, ADMIN, { verb: 'compareNow', id });
        await deliver();
        const last = (await lastComparison(countyDb, id))!;
        if (tried >= 4 || (last.differences.length === 0 && last.under_way === 0)) return last;
      }
    },
    async close() {
      await line.close();
      await city.portal.app.close();
    },
  };
}

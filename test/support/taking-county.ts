/**
 * A city that offers what it publishes and a county that takes it: two databases, the city's real portal listening on loopback, the county's sweep and a clock
 * that only the play moves on. Between them a line that can be made unreliable.
 */
import { mkdtempSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ground } from '../../src/exchange/adapters/adapters.ts';
import { openOffers } from '../../src/exchange/adapters/offers/open-offers.ts';
import type { Connection } from '../../src/exchange/sharing/connection.ts';
import { type FieldMapping, NO_MAPPING } from '../../src/exchange/sharing/field-mapping.ts';
import type { Source, SourceSettings } from '../../src/exchange/sharing/source.ts';
import { connectionStairs } from '../../src/exchange/store/sharing/connections.ts';
import { queueShares } from '../../src/exchange/store/sharing/queue-shares.ts';
import { sourceStairs } from '../../src/exchange/store/sharing/sources.ts';
import { type Taking, takeDue } from '../../src/exchange/store/sharing/take.ts';
import { type Taking as KeptTaking, takingsOf } from '../../src/exchange/store/sharing/takings.ts';
import { perform } from '../../src/perform.ts';
import type { Db } from '../../src/platform/database.ts';
import { type FileStore, openFileStore } from '../../src/platform/files/file-store.ts';
import { openLog } from '../../src/platform/log.ts';
import { guardedAgent } from '../../src/platform/outgoing/guarded-agent.ts';
import { type PortalPlay, portalPlay } from '../../src/portal/portal.fixture.ts';
import { isRefusal } from '../../src/statute/refusal.ts';
import { ADMIN, SECRET } from './joined-counties.ts';
import { KEYS } from './request-desk.ts';
import { type Line, type LineFaults, unreliableLine } from './unreliable-line.ts';

export interface TakingCounty {
  /** Where is published, with its portal. */
  readonly city: PortalPlay;
  readonly cityFiles: FileStore;
  /** Where is taken, with its portal. */
  readonly county: PortalPlay;
  readonly line: Line;
  readonly taking: Taking;
  readonly source: Source;
  readonly offer: Connection;
  /** The sweep runs now; the clock jumps over the waits between tries until a run was complete. @returns runs */
  take(mostRuns?: number): Promise<number>;
  /** One round of the sweep, `minutes` later. */
  round(minutes?: number, change?: Partial<Taking>): Promise<number>;
  stands(): Promise<KeptTaking>;
  close(): Promise<void>;
}

export async function takingCounty(
  [cityDb, countyDb]: readonly [Db, Db],
  faults: LineFaults = {},
  change: Partial<Ground> & { readonly mapping?: FieldMapping } = {},
): Promise<TakingCounty> {
  const { mapping = NO_MAPPING, ...ground } = change;
  let ahead = 0;
  const start = Date.now();
  const now = () => new Date(start + ahead);
  const files = (name: string) => openFileStore(mkdtempSync(join(tmpdir(), `gongkai-${name}-`)), KEYS);
  const [cityFiles, countyFiles] = [files('city'), files('county')];
  const withSecrets = { secretsIn: () => [SECRET] };
  const city = await portalPlay(cityDb, { files: cityFiles, ...withSecrets }, { now, alongside: queueShares });
  const county = await portalPlay(countyDb, { files: countyFiles }, { now });
  await city.portal.app.listen({ host: '127.0.0.1', port: 0 });
  const line = await unreliableLine((city.portal.app.server.address() as AddressInfo).port, faults);
  const offer = await perform(city.house, connectionStairs, ADMIN, {
    verb: 'openConnection',
    agencyId: 'county',
    settings: {
      ...{ name: '示例县', way: 'offer', address: '', keyId: 'county-1', secretFile: 'county', mapping },
    },
  });
  const settings: SourceSettings = {
    ...{ name: '示例市人民政府', siteUrl: 'https://www.example.gov.cn', keyId: 'county-1', secretFile: 'city' },
    ...{ takeFrom: `http://127.0.0.1:${line.port}/exchange/v1`, takeEvery: 60 },
  };
  const source = await perform(county.house, sourceStairs, ADMIN, {
    verb: 'admitSource',
    agencyId: 'county',
    settings,
  });
  if (isRefusal(offer)) throw new Error(offer.says);
  if (isRefusal(source)) throw new Error(source.says);
  const open: Taking['open'] = (from) =>
    openOffers(from, {
      agent: guardedAgent({ timeoutMs: 2_000, listed: new Set([`127.0.0.1:${line.port}`]) }),
      ...{ secretsIn: () => [SECRET], now, timeoutMs: 2_000, ...ground },
    });
  const log = openLog('error', (text) => void console.error(text));
  const taking: Taking = { house: county.house, files: countyFiles, open, log };
  const stands = async () => (await takingsOf(countyDb, [source.id])).get(source.id)!;
  const round = async (minutes = 0, changed: Partial<Taking> = {}) => {
    ahead += minutes * 60_000;
    return takeDue({ ...taking, ...changed });
  };
  return {
    ...{ city, cityFiles, county, line, taking, source, offer, round, stands },
    async take(mostRuns = 20) {
      const since = now();
      for (let runs = 1; ; runs += 1) {
        await round(61);
        const { complete_at } = await stands();
        if (runs >= mostRuns || (complete_at && complete_at > since)) return runs;
      }
    },
    async close() {
      await line.close();
      await city.portal.app.close();
    },
  };
}

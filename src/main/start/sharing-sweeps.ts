/** 平台接口的定时任务: what publishing left for other platforms goes out; each night what they hold is compared with what stands here; sources are asked. */
import { type Ground, openAdapter } from '../../exchange/adapters/adapters.ts';
import { openOffers } from '../../exchange/adapters/offers/open-offers.ts';
import { compare } from '../../exchange/store/sharing/compare.ts';
import { COMPARE, SHARE, SHARING_WORKS } from '../../exchange/store/sharing/connections.ts';
import { queueNightlyComparisons } from '../../exchange/store/sharing/nightly.ts';
import { type Sharing, share } from '../../exchange/store/sharing/share.ts';
import { takeDue } from '../../exchange/store/sharing/take.ts';
import { queueTakingAlarms } from '../../exchange/store/sharing/taking-alarms.ts';
import type { Config } from '../../platform/config.ts';
import { deliverDue } from '../../platform/outbox/deliver.ts';
import { guardedAgent } from '../../platform/outgoing/guarded-agent.ts';
import { secretsIn } from '../../platform/secret-file.ts';
import type { Sweep } from '../../platform/sweeps.ts';
import type { Installation } from './installation.ts';
import { countyOf } from './prepare.ts';
import { siteOf } from './site-of.ts';

const HOUR = 3_600;
const TIMEOUT_MS = 20_000;

export function sharingSweeps(installation: Installation): readonly Sweep[] {
  const { house, files, keys, config, log } = installation;
  const { db, now } = house;
  const ground = groundOf(config, now);
  return [
    {
      name: 'deliver-shared',
      everySeconds: 5,
      async run() {
        const county = await countyOf(installation);
        if (!county) return;
        const open: Sharing['open'] = (connection) => openAdapter(connection, ground);
        const sharing: Sharing = { db, now, files, keys, open, siteUrl: siteOf(county, config).url };
        const works = {
          [SHARE]: (piece) => share(sharing, piece),
          [COMPARE]: (piece) => compare(sharing, piece),
        } satisfies Parameters<typeof deliverDue>[0]['works'];
        await deliverDue({ db, now, works, which: { only: SHARING_WORKS }, log });
      },
    },
    { name: 'compare-shared', everySeconds: HOUR / 4, run: async () => void (await queueNightlyComparisons(house)) },
    {
      name: 'take-shared',
      everySeconds: 5,
      run: async () => void (await takeDue({ house, files, log, open: (source) => openOffers(source, ground) })),
    },
    { name: 'watch-taking', everySeconds: HOUR / 4, run: async () => void (await queueTakingAlarms(house)) },
  ];
}

export function groundOf(
  {
    internalSites,
    secretsFolder,
    exchangeFolder,
    demo,
  }: Pick<Config, 'internalSites' | 'secretsFolder' | 'exchangeFolder' | 'demo'>,
  now: () => Date,
): Ground {
  const listed = new Set(internalSites);
  return {
    agent: guardedAgent({ timeoutMs: TIMEOUT_MS, listed }),
    secretsIn: (file) => secretsIn(secretsFolder, file),
    ...(exchangeFolder ? { exchangeFolder } : {}),
    ...(demo ? { onlyTo: listed } : {}),
    now,
    timeoutMs: TIMEOUT_MS,
  };
}

/** 监测的定时任务: sites that are due are walked a stretch at a time, so that a stop of the server never waits long; what was reported as mended is looked at again. */

import type { House } from '../../perform.ts';
import type { Config } from '../../platform/config.ts';
import { guardedAgent } from '../../platform/outgoing/guarded-agent.ts';
import type { Sweep } from '../../platform/sweeps.ts';
import { CONNECTIONS } from '../../supervision/gather/crawl/crawl-site.ts';
import { pageFetcher } from '../../supervision/gather/fetch-page.ts';
import { judgeSites } from '../../supervision/gather/judge-sites.ts';
import { probeSites } from '../../supervision/gather/probe-sites.ts';
import { lineSeer } from '../../supervision/gather/see-line.ts';
import { recheckTickets, type Watch, walkDueSites } from '../../supervision/gather/watch-round.ts';
import { tellOfWatch } from '../../supervision/store/watch-alerts.ts';

const STRETCH_MS = 20_000;
const TIMEOUT_MS = 15_000;

export function watchSweeps(
  house: House,
  config: Pick<Config, 'internalSites' | 'demo' | 'portal'>,
  readFile: Watch['readFile'],
): readonly Sweep[] {
  const { host, port } = config.portal;
  // The demo county stands on this machine alone: there its own portal may be watched.
  const listed = new Set([...config.internalSites, ...(config.demo ? [`${host}:${port}`] : [])]);
  const watch: Watch = {
    house,
    fetchPage: pageFetcher(guardedAgent({ timeoutMs: TIMEOUT_MS, listed, connections: CONNECTIONS })),
    readFile,
  };
  const seeLine = lineSeer({ timeoutMs: TIMEOUT_MS, listed });
  return [
    {
      name: 'walk-watched-sites',
      everySeconds: 25,
      run: async () => void (await walkDueSites(watch, AbortSignal.timeout(STRETCH_MS))),
    },
    { name: 'probe-watched-sites', everySeconds: 60, run: async () => void (await probeSites(house, watch.fetchPage)) },
    { name: 'recheck-tickets', everySeconds: 60, run: async () => void (await recheckTickets(watch)) },
    { name: 'judge-watched-sites', everySeconds: 1_800, run: async () => void (await judgeSites(house, seeLine)) },
    { name: 'tell-of-watch', everySeconds: 600, run: async () => void (await tellOfWatch(house)) },
  ];
}

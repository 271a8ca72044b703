/** 监测的站点 WatchedSite: a site of the county that is looked after, one's own or another agency's. */
import type { AgencyId } from '../people/agency.ts';
import type { ColumnKindName } from './seen-page.ts';

/** 监测程序的名字: how the watch calls itself where it looks, and what `robots.txt` may call it by. */
export const AGENT_NAME = 'GongkaiWatch';

export interface WatchedSite {
  readonly id: string;
  readonly agencyId: AgencyId;
  readonly name: string;
  /** 首页网址. */
  readonly address: string;
  readonly own: boolean;
  /** 在本单位内网: may stand at a private address. */
  readonly internal: boolean;
  readonly hosts: readonly string[];
  readonly scriptHosts: readonly string[];
  /** 栏目档案. */
  readonly columns: ReadonlyMap<string, ColumnKindName>;
}

/** Every host that is the site's own. */
export function hostsOf({ address, hosts }: Pick<WatchedSite, 'address' | 'hosts'>): ReadonlySet<string> {
  return new Set([new URL(address).host, ...hosts]);
}

/**
 * Before anybody is let in: an empty database gets the demo county or, in earnest, the one-time link of the first setup. A demo
 * never passes as a real installation, nor the other way round.
 */
import { type Agency, headOf } from '../../people/agency.ts';
import { countOfficers, listAgencies } from '../../people/store.ts';
import { isDemoDatabase } from '../../platform/demo-mark.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import { describeDemo, fillWithDemo } from './demo.ts';
import { offerSetup, setupElsewhere } from './first-setup.ts';
import type { Installation } from './installation.ts';
import type { Progress } from './progress.ts';

export interface Urls {
  readonly portal: string;
  readonly desk: string;
}

/** Sentences shown below the addresses, given the addresses the faces got. */
export type Describe = (urls: Urls) => readonly string[];

export async function prepare(installation: Installation, progress: Progress): Promise<Describe | Refusal> {
  const { config, house } = installation;
  const [isDemo, officers] = [await isDemoDatabase(house.db), await countOfficers(house.db)];
  if (config.demo) {
    if (!isDemo && officers > 0) return REAL_AS_DEMO;
    if (!isDemo) await fillWithDemo(installation, progress);
    return describeDemo;
  }
  if (isDemo) return DEMO_AS_REAL;
  if (officers > 0) return () => [];
  return config.faces === 'portal' ? setupElsewhere : offerSetup(house);
}

/** 本级机关: the root of the tree, whose portal this is; undefined before the first setup. */
export async function countyOf({ house }: Pick<Installation, 'house'>): Promise<Agency | undefined> {
  return headOf(await listAgencies(house.db));
}

const ELSEWHERE = '用 GONGKAI_DATA 指定另一个空文件夹（设了 DATABASE_URL 的，改用另一个空数据库）';

const REAL_AS_DEMO = refuse(
  'REAL_AS_DEMO',
  '启动设置 GONGKAI_DEMO',
  `这里是正式使用的数据，不能按演示方式启动。正式启动请设 GONGKAI_DEMO=off；想看演示的，${ELSEWHERE}。`,
);

const DEMO_AS_REAL = refuse(
  'DEMO_AS_REAL',
  '启动设置 GONGKAI_DEMO=off',
  `这里是演示数据，不能正式使用。正式启动请${ELSEWHERE}；接着看演示的，去掉 GONGKAI_DEMO=off。`,
);

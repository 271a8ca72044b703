/** The composition root of the server: everything that listens or recurs is constructed here, and nowhere else. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { buildDesk } from '../../desk/desk.ts';
import type { LookedInto } from '../../desk/publications/look-into.ts';
import type { DecisionsRead } from '../../enforcement/decisions/read-decisions.ts';
import type { Agency } from '../../people/agency.ts';
import { secretsIn } from '../../platform/secret-file.ts';
import type { Sweep } from '../../platform/sweeps.ts';
import { buildBeforeOpening } from '../../portal/before-opening.tsx';
import { type BuiltPortal, buildPortal } from '../../portal/build-portal.ts';
import { drawDetachedPage } from '../../portal/draw-detached-page.ts';
import type { ScriptName } from '../../portal/page-scripts.ts';
import type { PortalDeps } from '../../portal/portal.ts';
import { CODE_PURPOSE, newQueryCode } from '../../portal/query-code.ts';
import { greyPeriods } from '../../publications/store/site.ts';
import { civilDateAt } from '../../statute/civil-date.ts';
import { builtReader, type ExamineFiles, reportReader } from '../report/report-reader.ts';
import { PAPER_KINDS } from '../report/write-paper.ts';
import { joined } from '../sheet-parts.ts';
import { limitedWorker } from '../uploads/limited-worker.ts';
import { readFileWithin } from '../watch/read-file-within.ts';
import { watchSweeps } from '../watch/watch-sweeps.ts';
import { DEMO_ACCOUNTS } from './demo.ts';
import type { Installation } from './installation.ts';
import { outboxSweeps } from './outbox-sweeps.ts';
import { countyOf } from './prepare.ts';
import { providerOf } from './provider-of.ts';
import { sharingSweeps } from './sharing-sweeps.ts';
import { siteOf } from './site-of.ts';
import { sweepsOf } from './sweeps-of.ts';
import { wechatSweeps } from './wechat-sweeps.ts';

export interface Composition {
  readonly portal: FastifyInstance;
  readonly desk: FastifyInstance;
  readonly sweeps: readonly Sweep[];
}

/** Built once the installation is prepared. */
export async function compose(installation: Installation): Promise<Composition> {
  const { config, house, keys, files, log, channels, follower, owner } = installation;
  const portal = await portalOf(installation, {
    news: follower,
    reading: installation.reading,
    hearing: installation.hearing,
    cutOff: installation.replica && follower.isCutOff,
  });
  follower.onNews((news) => portal.hear(news));
  const built = (name: string) => join(installation.packageRoot, 'dist', 'server', name);
  const look = limitedWorker<LookedInto>(built('look-worker.js'));
  const decisions = limitedWorker(built('decision-worker.js'), undefined, () => {
    const add = joined();
    return (told) => add(told as DecisionsRead | undefined);
  });
  const desk = buildDesk({
    house,
    keys,
    files,
    config,
    log,
    channels,
    provider: providerOf(installation),
    examineReports: readerOf(installation),
    consoleFolder: join(installation.packageRoot, 'dist', 'console'),
    readWord: limitedWorker(built('word-worker.js')),
    lookInto: (kind, file) => look({ kind, file }),
    readDecisions: (file, kind, today) => decisions({ file, kind, today }),
    drawPage: async (page) => drawDetachedPage(page, await groundOf(installation)),
    demoAccounts: config.demo ? DEMO_ACCOUNTS : [],
    newQueryCode() {
      const code = newQueryCode();
      return { code, digest: keys.digest(code, CODE_PURPOSE) };
    },
    everybodyHasRead: follower.everybodyHasRead,
  });
  return {
    portal: portal.app,
    desk,
    sweeps: [
      ...sweepsOf(house, files, keys, owner),
      ...outboxSweeps(installation),
      ...sharingSweeps(installation),
      ...wechatSweeps(installation),
      ...watchSweeps(house, config, readFileWithin(built('watch-worker.js'))),
    ],
  };
}

/** Asked with each page: an installation may be founded after its start. */
async function groundOf(installation: Installation) {
  const { config, house } = installation;
  const county = await countyOf(installation);
  if (!county) throw new Error('who is signed in has an agency, so there is a county');
  return { db: house.db, site: siteOf(county, config), demo: config.demo, today: civilDateAt(house.now()) };
}

/** One for each face: whoever uploads at the portal keeps no officer waiting. */
function readerOf({ packageRoot }: Pick<Installation, 'packageRoot'>): ExamineFiles {
  return reportReader(builtReader(packageRoot));
}

/** What a portal is built from: also by commands that only look. */
export type PortalGround = Pick<Installation, 'config' | 'house' | 'keys' | 'files' | 'log' | 'packageRoot'>;

/** The portal of the county, or a page that says there is none yet and gives way to it. */
export async function portalOf(
  installation: PortalGround,
  kept: Pick<PortalDeps, 'news' | 'plainPages' | 'reading' | 'hearing' | 'cutOff'> = {},
): Promise<BuiltPortal> {
  const { config, house, keys, files, log } = installation;
  const scriptText = (name: ScriptName) =>
    readFileSync(join(installation.packageRoot, 'dist', 'portal', `${name}.js`), 'utf8');
  const build = async (county: Agency) =>
    buildPortal({
      house,
      keys,
      files,
      site: siteOf(county, config),
      countyId: county.id,
      demo: config.demo,
      scriptTexts: { apply: scriptText('apply'), read: scriptText('read'), live: scriptText('live') },
      formSecret: keys.digest('forms', 'portal.form_secret'),
      newCode: newQueryCode,
      greys: await greyPeriods(house.db),
      secretsIn: (file) => secretsIn(config.secretsFolder, file),
      examineReports: readerOf(installation),
      paperFile: async (kind, paper) => PAPER_KINDS[`.${kind}`](paper),
      config,
      log,
      ...kept,
    });
  const county = await countyOf(installation);
  if (county) return build(county);
  const open = async () => {
    const founded = await countyOf(installation);
    return founded && build(founded);
  };
  return buildBeforeOpening({ config, log, open });
}

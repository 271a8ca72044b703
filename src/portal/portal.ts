/** What the composition root hands to the portal, and what every page route is handed. */
import type { FastifyRequest } from 'fastify';
import type { Examination, HandedIn } from '../annual-report/check/examination.ts';
import type { AgencyId } from '../people/agency.ts';
import type { House } from '../perform.ts';
import type { Config } from '../platform/config.ts';
import type { Db } from '../platform/database.ts';
import type { FileStore } from '../platform/files/file-store.ts';
import type { KeyRing } from '../platform/key-file.ts';
import type { Logger } from '../platform/log.ts';
import { type GreyPeriod, isGreyOn } from '../publications/site/grey-period.ts';
import { type CivilDate, civilDateAt } from '../statute/civil-date.ts';
import type { Paper } from '../statute/paper.ts';
import type { Refusal } from '../statute/refusal.ts';
import { type FormTokens, formTokens } from './form-token.ts';
import type { Frame } from './frame.ts';
import { type Intake, openIntake } from './intake.ts';
import { interviewNews } from './interview-news.ts';
import { type LiveStreams, liveStreams } from './live-streams.ts';
import { PageCache, type PageNews } from './page-cache.ts';
import { type PageScript, type ScriptName, scriptsOf } from './page-scripts.ts';
import { type Proofs, proofsOfWork } from './proof-of-work.ts';
import type { PaperKind } from './report-files.ts';
import type { SiteSettings } from './site.ts';
import { visitOf } from './visit.ts';

export interface PortalDeps {
  readonly house: House;
  /** [LED-4] Where what is public is read; the database of the house where there is no other. What somebody just wrote is not read here. */
  readonly reading?: Db | undefined;
  /** The same, for what is asked while the news is heard. */
  readonly hearing?: Db | undefined;
  readonly keys: Pick<KeyRing, 'seal' | 'open' | 'digest'>;
  readonly site: SiteSettings;
  /** The county government, whose report and figures the portal shows. */
  readonly countyId: AgencyId;
  readonly demo: boolean;
  /** Secret under which forms are signed; the same after a restart, so that a form that is open meanwhile stays good. */
  readonly formSecret: string;
  /** `newQueryCode`; told in tests. */
  readonly newCode: () => string;

  /** Texts of the scripts of pages (`dist/portal/`), by name. */
  readonly scriptTexts: Readonly<Record<ScriptName, string>>;
  /** How much work an application brings (`proof-of-work.ts`). */
  readonly workCost?: number;

  /** Content of the files of applications. */
  readonly files: Pick<FileStore, 'read' | 'keep' | 'remove'>;
  /** Secrets of those who may deliver here, by the name of the file; why there are none. */
  readonly secretsIn: (file: string) => readonly string[] | Refusal;
  /** Reads and checks files of strangers, within limits. */
  readonly examineReports: (handed: HandedIn) => Promise<Examination>;
  /** 文书的文件. */
  readonly paperFile: (kind: PaperKind, paper: Paper) => Promise<Buffer>;
  readonly config: Pick<Config, 'publicUrl' | 'trustedProxy'>;
  readonly log: Logger;
  /** What other processes do; absent where nothing is kept for long. */
  readonly news?: PageNews;
  /** Whether nothing can be taken in: the database has been away for a while. */
  readonly cutOff?: (() => boolean) | undefined;
  /** 灰度 as it was ordered when the portal was built; what is ordered later comes with the news. */
  readonly greys?: readonly GreyPeriod[];
  /** For who writes the pages to files: nothing is compressed. */
  readonly plainPages?: boolean;
}

export interface Portal extends PortalDeps {
  readonly reading: Db;
  readonly cache: PageCache;
  readonly tokens: FormTokens;
  readonly intake: Intake;
  readonly proofs: Proofs;
  readonly live: LiveStreams;
  readonly scripts: Readonly<Record<ScriptName, PageScript>>;
  today(): CivilDate;
  frame(request: FastifyRequest): Frame;
  /** What was ordered or ended since. */
  setGreys(greys: readonly GreyPeriod[]): void;
}

export function portalOf(deps: PortalDeps): Portal {
  const tokens = formTokens(deps.formSecret, deps.house.now);
  const proofs = proofsOfWork(deps.formSecret, deps.workCost);
  const today = dayOf(deps.house.now);
  let greys = deps.greys ?? [];
  const reading = deps.reading ?? deps.house.db;
  return {
    ...deps,
    reading,
    tokens,
    proofs,
    intake: openIntake(tokens, proofs, deps.house.now),
    scripts: scriptsOf(deps.scriptTexts),
    today,
    live: liveStreams(
      (id, n) => interviewNews(reading, id, n),
      (error) => deps.log.error({ err: error }, 'an interview could not be read'),
    ),
    cache: new PageCache({ day: today, plain: deps.plainPages ?? false, ...(deps.news ? { news: deps.news } : {}) }),
    frame: (request) => ({
      site: deps.site,
      demo: deps.demo,
      grey: greys.some((one) => isGreyOn(one, today())),
      visit: visitOf(request),
      cutOff: deps.cutOff?.() ?? false,
    }),
    setGreys(now) {
      greys = now;
    },
  };
}

/** Asked with every page that is sent. A day of Beijing begins with an hour, so what was reckoned is good until the hour ends. */
function dayOf(now: () => Date): () => CivilDate {
  let hour = Number.NaN;
  let day = '' as CivilDate;
  return () => {
    const at = now();
    const current = Math.floor(at.getTime() / 3_600_000);
    if (current !== hour) [hour, day] = [current, civilDateAt(at)];
    return day;
  };
}

/**
 * 装入示例县: into an empty database, a year of work from the opening of the county to the published report. The same on every
 * machine: nothing is drawn by chance that is not repeatable, and every act climbs the stairs of the product.
 */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { reportStairs } from '../src/annual-report/store/stairs.ts';
import type { Actor } from '../src/people/actor.ts';
import { actorOf, addAgency, addOfficer } from '../src/people/store.ts';
import { type House, inTransaction } from '../src/perform.ts';
import type { Db } from '../src/platform/database.ts';
import { markAsDemo } from '../src/platform/demo-mark.ts';
import type { KeyRing } from '../src/platform/key-file.ts';
import { civil, civilDateAt } from '../src/statute/civil-date.ts';
import { applicationActs } from './applications/acts.ts';
import { COUNTY, OFFICERS } from './county.ts';
import { decisionActs } from './decisions.ts';
import { interactionActs } from './interactions.ts';
import { interviewsOfToday } from './interviews.ts';
import { mediaAccountActs } from './media-accounts.ts';
import { NARRATIVE } from './narrative.ts';
import { oversightActs } from './oversight.ts';
import { publicationActs, published } from './publications/acts.ts';
import { DISCLOSURE_RULES } from './publications/disclosure-rules.ts';
import { AGENCIES_BEFORE, reorganisationActs } from './reorganisation.ts';
import { type Act, type Listener, momentOf, replay } from './replay.ts';
import { laterSeasons } from './season.ts';
import { siteActs } from './site.ts';
import { todayActs } from './today/acts.ts';
import { trainingsOfToday, yearOfTrainings } from './trainings.ts';
import { pointsOfToday, yearOfPoints } from './work-points.ts';

export interface DemoSettings {
  readonly house: House;
  readonly keys: KeyRing;
  /** Hash of `DEMO_PASSWORD`, made by the platform. */
  readonly passwordHash: string;
  /** Home page of the portal, which is the site that is watched. */
  readonly portal: string;
  readonly onProgress?: Listener['onProgress'];
  readonly stopped?: AbortSignal;
}

/** On a machine whose clock stands before it, the weeks up to today would fall into the year that is told. */
const YEAR_IS_OVER = civil('2025-03-31');

/** In one transaction with the mark: a load that is cut off leaves an empty database. Loaded already, it is left alone. */
export async function loadDemo({
  house,
  keys,
  passwordHash,
  portal,
  onProgress,
  stopped,
}: DemoSettings): Promise<void> {
  const listener = { onProgress: onProgress ?? (() => {}), stopped: stopped ?? new AbortController().signal };
  await inTransaction(house.db, async (tx) => {
    if (!(await markAsDemo(tx, house.now()))) return;
    for (const agency of AGENCIES_BEFORE) await addAgency(tx, agency);
    for (const officer of OFFICERS) {
      const roles = officer.roles.map((role) => ({ role, agencyId: COUNTY }));
      await addOfficer(tx, { ...officer, passwordHash, roles });
    }
    const named = (signInName: string) => actor(tx, `officer-${signInName}`);
    const [handler, head, secrecy] = [await named('chengban'), await named('fuzeren'), await named('baomi')];
    const [signatory, reporter] = [await named('qianfa'), await named('tongji')];
    const admin = await named('xitong');
    const reviewers = { head, examiner: await named('yishen'), proofreader: await named('jiaodui') };
    const desk = { editor: handler, publisher: head };
    const cast = { handler, head, secrecy, signatory };
    const onDuty = { head, handler, liaison: await named('lianluo') };
    const today = civilDateAt(house.now());
    const acts = [
      ...publicationActs(desk),
      ...applicationActs(cast, keys),
      ...decisionActs(),
      ...interactionActs(),
      ...oversightActs(head),
      ...yearOfPoints(head),
      ...mediaAccountActs({ head, editor: handler, admin }, today > YEAR_IS_OVER ? today : null),
      ...yearOfTrainings(head),
      ...siteActs(head),
      ...reorganisationActs(await named('anquan')),
      ...reportActs(reporter, signatory),
      ...(today > YEAR_IS_OVER ? DISCLOSURE_RULES.map((item, i) => published(item, desk, i)) : []),
      ...(today > YEAR_IS_OVER ? todayActs(today, house.calendar(), cast, desk, reviewers, onDuty, keys, portal) : []),
      ...laterSeasons(today, { reporter, head, signatory }),
      ...(today > YEAR_IS_OVER ? pointsOfToday(today, head) : []),
      ...(today > YEAR_IS_OVER ? trainingsOfToday(today, head, [secrecy, reporter]) : []),
      ...(today > YEAR_IS_OVER ? interviewsOfToday(today, desk) : []),
    ];
    await replay(tx, { ...house, newId: countedIds() }, acts, listener);
    await sql`analyze`.execute(tx);
  });
}

/** 编制、定稿、签发公布 in the first weeks of the next year, before 31 March. */
function reportActs(reporter: Actor, signatory: Actor): Act[] {
  let reportId = '';
  const act = (day: string, run: Act['run']): Act => ({ at: momentOf(day, 10 * 60), run });
  return [
    act('2025-01-06', async (stage) => {
      // Nobody else has seen these tables yet, the planner of PostgreSQL neither.
      await sql`analyze`.execute(stage.tx);
      const command = { verb: 'open', agencyId: COUNTY, year: 2024 } as const;
      reportId = (await stage.perform(reportStairs, reporter, command)).id;
    }),
    act('2025-01-13', async (stage) => {
      await stage.perform(reportStairs, reporter, { verb: 'write', reportId, narrative: NARRATIVE });
    }),
    act('2025-02-10', async (stage) => {
      await stage.perform(reportStairs, reporter, { verb: 'freeze', reportId });
    }),
    act('2025-02-17', async (stage) => {
      await stage.perform(reportStairs, signatory, { verb: 'publish', reportId });
    }),
  ];
}

async function actor(db: Db, id: string): Promise<Actor> {
  const found = await actorOf(db, id, civil('2025-01-01'));
  if (!found) throw new Error(`示例人员 ${id} 没有建立`);
  return found;
}

/** Identifiers in the shape of UUIDs that are the same in every load. */
function countedIds(): () => string {
  let made = 0;
  return () => {
    made += 1;
    const hex = createHash('sha256').update(`gongkai demo ${made}`).digest('hex');
    return [
      hex.slice(0, 8),
      hex.slice(8, 12),
      `8${hex.slice(13, 16)}`,
      `8${hex.slice(17, 20)}`,
      hex.slice(20, 32),
    ].join('-');
  };
}

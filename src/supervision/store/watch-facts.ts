/** 监测的数据 for a sheet of patrol, as it stands now. */
import { listLetters } from '../../interaction/store/letter-lists.ts';
import type { AgencyId } from '../../people/agency.ts';
import type { Db } from '../../platform/database.ts';
import { type CivilDate, civilDateAt } from '../../statute/civil-date.ts';
import { lettersUnanswered } from '../checks/letters-unanswered.ts';
import type { WatchFacts } from '../patrol/watch-facts.ts';
import { openFindings } from './findings.ts';
import { verdictsOf } from './probes.ts';
import { lastRound } from './rounds.ts';
import { watchedSites } from './sites.ts';

/** The longest waiting alone decide. */
const LETTERS_READ = 200;

export async function watchFacts(db: Db, agencyId: AgencyId, today: CivilDate): Promise<WatchFacts> {
  const sites = (await watchedSites(db)).filter((site) => site.agencyId === agencyId);
  const { lines } = await listLetters(db, [agencyId], 'open', { number: 1, size: LETTERS_READ });
  return {
    sites: await Promise.all(
      sites.map(async ({ id, name }) => {
        const round = await lastRound(db, id);
        const verdicts = (await verdictsOf(db, id)).map(({ indicator, verdict }) => [indicator, verdict] as const);
        return { name, verdicts: new Map(verdicts), roundOn: round ? civilDateAt(round.endedAt) : null };
      }),
    ),
    open: await openFindings(db, [agencyId]),
    letters: lettersUnanswered(
      lines.map(({ receivedOn }) => receivedOn),
      today,
    ),
  };
}

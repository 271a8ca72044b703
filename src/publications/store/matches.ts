/** 是不是这一条: what is published already and may be what an applicant describes (《条例》第三十六条第（一）项). */
import type { Db } from '../../platform/database.ts';
import type { CivilDate } from '../../statute/civil-date.ts';
import { queriesIn } from '../described.ts';
import type { PublicLine } from '../public-view.ts';
import { search } from './search.ts';

const SHOWN_AT_MOST = 5;

export async function publishedMatches(db: Db, wanted: string, today: CivilDate): Promise<PublicLine[]> {
  const found = new Map<string, PublicLine>();
  for (const query of queriesIn(wanted)) {
    const { hits, total } = await search(db, query, {}, { number: 1, size: SHOWN_AT_MOST }, today);
    // What a thousand pieces contain tells nothing about this one.
    if (total === null) continue;
    for (const { line } of hits) found.set(line.id, line);
    if (found.size >= SHOWN_AT_MOST) break;
  }
  return [...found.values()].slice(0, SHOWN_AT_MOST);
}

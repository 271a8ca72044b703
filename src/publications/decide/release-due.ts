/** 到时发布 [PUB-52]: what was set goes out if it is still the same text, still through its review and still without errors; else it stays. */
import type { Decision, Scene } from '../../perform.ts';
import { art } from '../../statute/articles.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import type { Document } from '../document.ts';
import { documentOf, type Loaded } from '../loaded.ts';
import { toldOfSchedule } from '../notices.ts';
import { scheduledRelease } from '../review/schedule.ts';
import { publishReviewed } from './publish.ts';

export function releaseDue(loaded: Loaded, scene: Scene): Decision<Document> | Refusal {
  const { draft, marks } = documentOf(loaded);
  const set = draft && scheduledRelease(marks, draft.hash);
  if (!set) return refuse('NOT_SCHEDULED', art(26), '这一稿没有定时发布。稿件改过的，要重新审校、重新设定时间。');
  if (new Date(set.from) > scene.at) return refuse('NOT_SCHEDULED', art(26), '还没有到定时发布的时间。');
  const out = publishReviewed(loaded, scene);
  if (isRefusal(out)) return out;
  const late = scene.at.getTime() - new Date(set.from).getTime() > LATE_MS;
  // On whose word it went out: the act itself was nobody's.
  return {
    ...out,
    entry: { ...out.entry, content: { ...(out.entry.content as object), scheduledBy: set.by } },
    notices: late ? [toldOfSchedule('scheduleLate', out.next, set.from, scene)] : [],
  };
}

/** The sweep comes every minute; what goes out later was held back, or nothing ran [PUB-110]. */
const LATE_MS = 10 * 60_000;

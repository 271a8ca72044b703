/** 到时没有发布 [PUB-110]: into the record and told, once for each moment that was set; once nothing stands in its way any more it still goes out. */
import type { Decision, Scene } from '../../perform.ts';
import { art } from '../../statute/articles.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import type { MissRelease } from '../commands.ts';
import type { Document } from '../document.ts';
import { documentOf, type Loaded } from '../loaded.ts';
import { toldOfSchedule } from '../notices.ts';
import { isMissNoted, scheduledRelease } from '../review/schedule.ts';
import { marked } from './mark.ts';

export function missRelease(loaded: Loaded, { why }: MissRelease, scene: Scene): Decision<Document> | Refusal {
  const document = documentOf(loaded);
  const { draft, marks } = document;
  const set = draft && scheduledRelease(marks, draft.hash);
  if (!set || new Date(set.from) > scene.at || isMissNoted(marks, draft.hash))
    return refuse('NOT_SCHEDULED', art(26), '没有到时而没有发布的稿子，或者已经记下。');
  const mark = { type: 'missed', edition: draft.hash, said: why } as const;
  return {
    ...marked(document, mark, scene, { verb: 'releaseMissed', basis: art(26) }),
    notices: [toldOfSchedule('scheduleMissed', document, set.from, scene)],
  };
}

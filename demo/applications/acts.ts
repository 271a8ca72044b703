/** 依申请公开 of the year as acts, and the reconsiderations that followed some of the replies. */
import type { KeyRing } from '../../src/platform/key-file.ts';
import type { RequestId } from '../../src/requests/info-request.ts';
import { remedyStairs } from '../../src/requests/store/remedies.ts';
import { civil } from '../../src/statute/civil-date.ts';
import { COUNTY } from '../county.ts';
import { type Act, momentOf } from '../replay.ts';
import { type Cast, playApplication } from './play.ts';
import { stepsOf } from './plots.ts';
import { REVIEWS } from './reviews.ts';
import { STORIES, type Story } from './stories.ts';

export function applicationActs(cast: Cast, keys: KeyRing): Act[] {
  const files = new Map<Story, RequestId>();
  const applications = STORIES.flatMap((story, n) => {
    const on = civil(story.on);
    const opened = (id: RequestId) => void files.set(story, id);
    return playApplication({ ...story, agencyId: COUNTY, on }, stepsOf(story, on), n + 1, cast, keys, opened);
  });
  return [...applications, ...reviewActs(cast, files)];
}

function reviewActs(cast: Cast, files: ReadonlyMap<Story, RequestId>): Act[] {
  const cases = new Map<string, string>();
  return REVIEWS.flatMap(({ story, caseNumber, filedOn, closedOn, conclusion }): Act[] => [
    {
      at: momentOf(filedOn, 15 * 60),
      run: async (stage) => {
        const remedy = await stage.perform(remedyStairs, cast.head, {
          verb: 'recordRemedy',
          agencyId: COUNTY,
          requestId: files.get(STORIES[story]!)!,
          kind: 'review',
          caseNumber,
          body: '示例市人民政府',
          filedOn: civil(filedOn),
        });
        cases.set(caseNumber, remedy.id);
      },
    },
    {
      at: momentOf(closedOn, 15 * 60),
      run: async (stage) => {
        const remedyId = cases.get(caseNumber)!;
        await stage.perform(remedyStairs, cast.head, {
          verb: 'recordResult',
          remedyId,
          closedOn: civil(closedOn),
          conclusion,
        });
      },
    },
  ]);
}

/** 依申请公开 of the year as acts, and the reconsiderations that followed some of the replies. */
import type { Actor } from '../../src/people/actor.ts';
import type { KeyRing } from '../../src/platform/key-file.ts';
import type { FileCommand } from '../../src/requests/commands.ts';
import { remedyStairs } from '../../src/requests/store/remedies.ts';
import { requestStairs } from '../../src/requests/store/stairs.ts';
import { civil } from '../../src/statute/civil-date.ts';
import { COUNTY } from '../county.ts';
import { type Act, momentOf } from '../replay.ts';
import { type Step, stepsOf } from './plots.ts';
import { REVIEWS } from './reviews.ts';
import { STORIES, type Story } from './stories.ts';

export interface Cast {
  readonly handler: Actor;
  readonly head: Actor;
  readonly signatory: Actor;
}

export function applicationActs(cast: Cast, keys: KeyRing): Act[] {
  const stairs = requestStairs(keys);
  const files = new Map<Story, string>();
  const applications = STORIES.flatMap((story, n): Act[] => [
    {
      at: momentOf(story.on, 10 * 60 + n),
      run: async (stage) => {
        const opened = await stage.perform(stairs, cast.handler, {
          verb: 'register',
          agencyId: COUNTY,
          on: civil(story.on),
          channel: story.channel,
          applicantKind: 'natural',
          applicant: {
            name: story.applicant,
            identity: `居民身份证 99${String(n + 1).padStart(16, '0')}`,
            phone: `1000000${String(1000 + n)}`,
            email: '',
            address: `示例县示范街${n + 1}号`,
            representative: '',
          },
          wanted: story.wanted,
          formWanted: 'paperByPost',
          codeDigest: keys.digest(`demo-${n + 1}`, 'request-code'),
        });
        files.set(story, opened.request.id);
      },
    },
    ...stepsOf(story, civil(story.on)).map(
      ({ by, command }: Step, i): Act => ({
        at: momentOf(command.on, 11 * 60 + i),
        run: async (stage) => {
          const requestId = files.get(story)!;
          await stage.perform(stairs, cast[by], { ...command, requestId } as FileCommand);
        },
      }),
    ),
  ]);
  return [...applications, ...reviewActs(cast, files)];
}

function reviewActs(cast: Cast, files: ReadonlyMap<Story, string>): Act[] {
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

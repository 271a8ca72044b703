/** 机构改革 of the county: 青石乡 became 青石镇 in the spring; what it had made before keeps the name of its day. */
import { markOf, reorganisationStairs } from '../src/desk/people/reorganisation/stairs.ts';
import type { Actor } from '../src/people/actor.ts';
import type { AgencyId } from '../src/people/agency.ts';
import { civil } from '../src/statute/civil-date.ts';
import { AGENCIES } from './county.ts';
import { type Act, momentOf } from './replay.ts';

const RENAMED: AgencyId = 'qingshi';

/** As the county stood at the beginning of the year. */
export const AGENCIES_BEFORE = AGENCIES.map((agency) =>
  agency.id === RENAMED ? { ...agency, name: '青石乡人民政府' } : agency,
);

export function reorganisationActs(administrator: Actor): Act[] {
  return [
    {
      at: momentOf('2024-03-15', 9 * 60),
      async run(stage) {
        await stage.perform(reorganisationStairs, administrator, {
          ...{ verb: 'reorganise', kind: 'rename', on: civil('2024-03-15') },
          ...{ basis: '示政发〔2024〕6号《关于青石乡撤乡设镇的批复》', reason: '撤乡设镇' },
          newName: AGENCIES.find(({ id }) => id === RENAMED)!.name,
          ...{ about: [RENAMED], successors: [], defaultTo: '', byKind: {}, singles: [], seen: markOf([]) },
        });
      },
    },
  ];
}

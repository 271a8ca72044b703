/** Actors and scenes for tests of pure decisions: nothing random, no clock. */
import type { Actor } from '../../src/people/actor.ts';
import type { RoleName } from '../../src/people/role.ts';
import type { Scene } from '../../src/perform.ts';
import { civil } from '../../src/statute/civil-date.ts';
import type { WorkCalendar } from '../../src/statute/work-calendar.ts';

/** An officer of one agency who holds the roles there and nowhere else. */
export function officerOf(agencyId: string, ...roles: RoleName[]): Actor {
  const reach = Object.fromEntries(roles.map((role) => [role, [agencyId]]));
  return { kind: 'officer', id: `officer-${roles.join('-')}`, name: '某人', agencyId, reach };
}

/** A scene at ten in the morning of a day; identifiers count up. */
export function sceneOn(today: string, actor: Actor, calendar = {} as WorkCalendar): Scene {
  let made = 0;
  return {
    actor,
    at: new Date(`${today}T02:00:00Z`),
    today: civil(today),
    calendar,
    newId: () => {
      made += 1;
      return `id-${made}`;
    },
  };
}

/**
 * 到期提醒 [MSG-9, MSG-10]: one digest for an officer and a day, however many files and agencies he has. Handlers are told of what is due within five
 * and two workdays and of what is overdue; the head of the office of what is overdue.
 */
import type { AgencyId } from '../people/agency.ts';
import type { Notice } from '../people/notice.ts';
import type { RoleName } from '../people/role.ts';
import type { CivilDate } from '../statute/civil-date.ts';

/** Open files of an agency by how near their day is. */
export interface DueCount {
  readonly agencyId: AgencyId;
  readonly overdue: number;
  readonly red: number;
  readonly yellow: number;
}

interface Held {
  readonly officerId: string;
  readonly agencyId: AgencyId;
  readonly role: RoleName;
  readonly reach: readonly AgencyId[];
}

export const DIGEST_ROLES = ['handler', 'officeHead'] as const satisfies readonly RoleName[];

export interface Digest {
  /** The same for the same officer and day. */
  readonly id: string;
  readonly notice: Notice;
}

export function digestsOf(counts: readonly DueCount[], holders: readonly Held[], today: CivilDate): Digest[] {
  const officers = new Map<string, Held[]>();
  for (const held of holders) officers.set(held.officerId, [...(officers.get(held.officerId) ?? []), held]);
  return [...officers].flatMap(([officerId, roles]) => {
    const sum = (name: 'overdue' | 'red' | 'yellow', of: readonly RoleName[]) =>
      counts
        .filter(({ agencyId }) => roles.some(({ role, reach }) => of.includes(role) && reach.includes(agencyId)))
        .reduce((total, count) => total + count[name], 0);
    const particulars = {
      overdue: sum('overdue', DIGEST_ROLES),
      red: sum('red', ['handler']),
      yellow: sum('yellow', ['handler']),
    };
    if (particulars.overdue + particulars.red + particulars.yellow === 0) return [];
    const to = { kind: 'officer', officerId } as const;
    const notice = { kind: 'due', subject: '', agencyId: roles[0]!.agencyId, to, particulars };
    return [{ id: `due:${today}:${officerId}`, notice }];
  });
}

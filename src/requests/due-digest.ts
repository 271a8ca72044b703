/**
 * 到期提醒 [MSG-9, MSG-10, MSG-14]: one digest for an officer and a day, however many files and agencies he has. Handlers are told of what is due
 * within five and two workdays and of what is overdue; the head of the office of what is overdue; 部门联络员 of the tasks others wait for. [REQ-117] Refusals
 * to be looked at again are told of thirty days before; [REQ-121] 更正申请 five workdays before.
 */
import type { AgencyId } from '../people/agency.ts';
import type { Notice } from '../people/notice.ts';
import type { RoleName } from '../people/role.ts';
import type { CivilDate } from '../statute/civil-date.ts';

/** What a digest counts, and whom it concerns. */
const HEARD_BY = {
  overdue: ['handler', 'officeHead'],
  red: ['handler'],
  yellow: ['handler'],
  tasksLate: ['liaison'],
  tasksSoon: ['liaison'],
  reviewsLate: ['handler', 'officeHead'],
  reviewsSoon: ['handler'],
  correctionsLate: ['handler', 'officeHead'],
  correctionsSoon: ['handler'],
} as const satisfies Record<string, readonly RoleName[]>;

type Counted = keyof typeof HEARD_BY;
const COUNTED = Object.keys(HEARD_BY) as Counted[];

/** Open files of an agency, and tasks it is to answer, by how near their day is. */
export type DueCount = { readonly agencyId: AgencyId } & Readonly<Partial<Record<Counted, number>>>;

interface Held {
  readonly officerId: string;
  readonly agencyId: AgencyId;
  readonly role: RoleName;
  readonly reach: readonly AgencyId[];
}

export const DIGEST_ROLES: readonly RoleName[] = [...new Set(Object.values(HEARD_BY).flat())];

export interface Digest {
  /** The same for the same officer and day. */
  readonly id: string;
  readonly notice: Notice;
}

export function digestsOf(counts: readonly DueCount[], holders: readonly Held[], today: CivilDate): Digest[] {
  const officers = new Map<string, Held[]>();
  for (const held of holders) officers.set(held.officerId, [...(officers.get(held.officerId) ?? []), held]);
  return [...officers].flatMap(([officerId, roles]) => {
    const sum = (name: Counted) =>
      counts
        .filter(({ agencyId }) => roles.some(({ role, reach }) => concerns(name, role) && reach.includes(agencyId)))
        .reduce((total, count) => total + (count[name] ?? 0), 0);
    const particulars = Object.fromEntries(COUNTED.map((name) => [name, sum(name)]).filter(([, n]) => n !== 0));
    if (Object.keys(particulars).length === 0) return [];
    const to = { kind: 'officer', officerId } as const;
    const notice = { kind: 'due', subject: '', agencyId: roles[0]!.agencyId, to, particulars };
    return [{ id: `due:${today}:${officerId}`, notice }];
  });
}

function concerns(name: Counted, role: RoleName): boolean {
  const heard: readonly RoleName[] = HEARD_BY[name];
  return heard.includes(role);
}

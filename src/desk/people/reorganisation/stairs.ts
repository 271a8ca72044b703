/**
 * How 机构改革 climbs. The order, the end of the agencies and every hand-over are one transaction: a process that is killed leaves nothing half
 * done, and of two who order at once the second sees what the first has done. Each matter leaves a ledger line of its own room.
 */
import { createHash } from 'node:crypto';
import { type Actor, ALLOWED } from '../../../people/actor.ts';
import type { AgencyId } from '../../../people/agency.ts';
import type { Notice } from '../../../people/notice.ts';
import {
  decide,
  type OpenMatter,
  permit,
  type Reorganisation,
  type ReorganisationCommand,
  type ReorganisationLoaded,
  receiverOf,
} from '../../../people/reorganisation.ts';
import { REORGANISATION_NOTICES } from '../../../people/reorganisation-notices.ts';
import type { HandedKind, HandOverStep } from '../../../people/store/handed.ts';
import {
  endAgency,
  listReorganisations,
  lockTree,
  renameAgency,
  saveReorganisation,
} from '../../../people/store/reorganisations.ts';
import { listAgencies } from '../../../people/store.ts';
import { climb, type House, inTransaction, type Stairs } from '../../../perform.ts';
import type { Db, Tx } from '../../../platform/database.ts';
import { civilDateAt } from '../../../statute/civil-date.ts';
import { isRefusal, type Refusal, refuse } from '../../../statute/refusal.ts';
import { HANDED_KIND_NAMES, HANDED_KINDS, type HandedKindName } from './handed-kinds.ts';

/** One open matter, whose it is and of which kind. */
export interface FoundMatter extends OpenMatter {
  readonly kind: HandedKindName;
  readonly from: AgencyId;
}

interface Loaded extends ReorganisationLoaded {
  readonly matters: readonly FoundMatter[];
}

/** Everything that is open with these agencies, kind by kind. */
export async function openMattersOf(db: Db, agencyIds: readonly AgencyId[], lock?: 'lock'): Promise<FoundMatter[]> {
  const found: FoundMatter[] = [];
  for (const kind of HANDED_KIND_NAMES)
    for (const from of agencyIds)
      found.push(...(await HANDED_KINDS[kind].open(db, from, lock)).map((matter) => ({ ...matter, kind, from })));
  // What ends with its parent is not handed over by it.
  return found.filter(({ kind, id }) => kind !== 'agencies' || !agencyIds.includes(id));
}

/** [ORG-9] The list as it stood on the screen. */
export function markOf(matters: readonly FoundMatter[]): string {
  const lines = matters.map(({ kind, from, id }) => `${kind}|${from}|${id}`).sort();
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}

export function countsOf(matters: readonly FoundMatter[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind } of matters) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

const TRACES = { reorganise: 'reorganised', carryOut: 'carriedOutReorganisation', cancel: 'cancelledReorganisation' };

export const reorganisationStairs: Stairs<
  Loaded,
  Reorganisation & { readonly matters: readonly FoundMatter[] },
  ReorganisationCommand
> = {
  room: 'people',
  async load(tx, command) {
    await lockTree(tx);
    const [agencies, all] = [await listAgencies(tx), await listReorganisations(tx)];
    const standing =
      command.verb === 'reorganise' ? null : (all.find(({ id }) => id === command.reorganisationId) ?? undefined);
    if (standing === undefined) return NO_SUCH_REORGANISATION;
    const { kind, about } = standing ?? (command as Extract<ReorganisationCommand, { verb: 'reorganise' }>);
    const known = about.filter((id) => agencies.some((agency) => agency.id === id));
    const matters = kind === 'rename' || command.verb === 'cancel' ? [] : await openMattersOf(tx, known, 'lock');
    return {
      ...{ agencies, standing, matters, counts: countsOf(matters), mark: markOf(matters) },
      planned: all.filter(({ state }) => state === 'planned'),
      officers: matters.filter((matter) => matter.kind === 'officers').map(({ id }) => id),
    };
  },
  permit,
  decide(loaded, command, { actor, today, at, newId }) {
    const next = decide(loaded, command, { id: newId(), actor, today, at });
    if (isRefusal(next)) return next;
    const { id, kind, on, basis, about, successors, newName, state } = next;
    return {
      next: { ...next, matters: state === 'done' ? loaded.matters : [] },
      entry: {
        verb: TRACES[command.verb],
        subject: id,
        agencyId: about[0]!,
        basis,
        content: { kind, on, about, successors, newName, state, handedOver: next.handedOver },
      },
      notices: state === 'done' && kind !== 'rename' ? noticesOf(next, loaded) : [],
    };
  },
  async save(tx, next) {
    await saveReorganisation(tx, next);
    if (next.state !== 'done') return;
    for (const id of next.about)
      if (next.kind === 'rename') await renameAgency(tx, id, next.newName, next.on);
      else await endAgency(tx, id, { on: next.on, successors: next.successors });
  },
};

export const NO_SUCH_REORGANISATION = refuse('NO_SUCH_REORGANISATION', '机构改革', '没有这项改革，请刷新页面。');

/** One to everybody at each successor, not one for each matter. */
function noticesOf(order: Reorganisation, { agencies, matters }: Loaded): Notice[] {
  const from = order.about.map((id) => agencies.find((agency) => agency.id === id)!.name).join('”、“');
  return order.successors.map((agencyId) => ({
    ...{ kind: 'handedOver', subject: order.id, agencyId },
    to: { kind: 'roles', roles: REORGANISATION_NOTICES.handedOver.heardBy, agencyId, except: [] },
    particulars: { from, count: matters.filter(({ kind, id }) => receiverOf(order, kind, id) === agencyId).length },
  }));
}

interface HandOver {
  readonly verb: 'handOver';
  readonly id: string;
  readonly step: HandOverStep;
}

/** One matter goes over: decided with the order, and told in the ledger of its own room. */
function handOverStairs(kind: HandedKind): Stairs<HandOver, HandOver, HandOver> {
  return {
    room: kind.room,
    load: async (_, command) => command,
    permit: () => ALLOWED,
    decide: (_, command) => {
      const { id, step } = command;
      const { from, to, since, basis } = step;
      const entry = { verb: kind.trace, subject: id, agencyId: to, basis, content: { from, to, since } };
      return { next: command, entry };
    },
    save: (tx, { id, step }) => kind.move(tx, id, step),
  };
}

/** Orders, carries out what was planned, or cancels it. */
export function reorganise(
  house: House,
  actor: Actor,
  command: ReorganisationCommand,
): Promise<Reorganisation | Refusal> {
  return inTransaction(house.db, async (tx) => {
    const done = await climb(tx, house, reorganisationStairs, actor, command);
    if (isRefusal(done)) return done;
    const { matters, ...order } = done;
    if (matters.length > 0) await handOverAll(tx, house, actor, order, matters);
    return order;
  });
}

/** Each to whom it was assigned; all in the transaction of who calls. */
export async function handOverAll(
  tx: Tx,
  house: House,
  actor: Actor,
  order: Reorganisation,
  matters: readonly FoundMatter[],
): Promise<void> {
  const agencies = await listAgencies(tx);
  const nameOf = (id: AgencyId) => agencies.find((agency) => agency.id === id)!.name;
  const at = house.now();
  const scene = { at, today: civilDateAt(at), by: actor.id };
  for (const { kind, id, from } of matters) {
    const to = receiverOf(order, kind, id);
    const step: HandOverStep = {
      ...{ from, fromName: nameOf(from), to, toName: nameOf(to), since: order.on, basis: order.basis },
      ...scene,
    };
    const handed = await climb(tx, house, handOverStairs(HANDED_KINDS[kind]), actor, { verb: 'handOver', id, step });
    if (isRefusal(handed)) throw new Error(`${kind} ${id}: ${handed.says}`);
  }
}

/**
 * The staircase: begin → load and lock → permit → decide → save → append to the ledger → queue notices → commit. Every change of state
 * in every room climbs it, whoever asks (portal, desk, sweep, demo), so that no act can skip a right, a rule or its trace.
 */
import type { Footprint } from './ledger/entry.ts';
import { append } from './ledger/store.ts';
import { type Actor, inSomeCapacity, type Permission } from './people/actor.ts';
import type { Notice } from './people/notice.ts';
import type { Db, Tx } from './platform/database.ts';
import { queueWork } from './platform/outbox/outbox.ts';
import { type CivilDate, civilDateAt } from './statute/civil-date.ts';
import { isRefusal, type Refusal } from './statute/refusal.ts';
import type { WorkCalendar } from './statute/work-calendar.ts';

/** What the composition root gives to every act. */
export interface House {
  readonly db: Db;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly calendar: () => WorkCalendar;
  /** What rooms further on queue with an act of another, in its transaction; absent where there are none. */
  readonly alongside?: (tx: Tx, footprint: Footprint, at: Date) => Promise<void>;
}

/** What a decision may know besides the state: who, when, and by which calendar. */
export interface Scene {
  readonly actor: Actor;
  readonly at: Date;
  readonly today: CivilDate;
  readonly calendar: WorkCalendar;
  readonly newId: () => string;
}

/** The outcome of a verb: the state to be saved and the footprint it leaves. */
export interface Decision<State> {
  readonly next: State;
  /** Ledger entry: past tense, subject, agency, basis, and content (hashed, never stored; no identity). */
  readonly entry: {
    readonly verb: string;
    readonly subject: string;
    readonly agencyId: string;
    readonly basis: string;
    readonly content: unknown;
  };
  /** Whom it is told to: queued with it, sent afterwards. */
  readonly notices?: readonly Notice[];
}

/** How one room climbs: its store finds and saves, its pure files permit and decide. */
export interface Stairs<Loaded, State, Command extends { readonly verb: string }> {
  readonly room: string;
  /** Finds and locks what the command speaks of. */
  load(tx: Tx, command: Command, scene: Scene): Promise<Loaded | Refusal>;
  permit(actor: Actor, command: Command, loaded: Loaded): Permission;
  decide(loaded: Loaded, command: Command, scene: Scene): Decision<State> | Refusal;
  save(tx: Tx, next: State, loaded: Loaded, scene: Scene): Promise<void>;
}

/** Carries out one act in a transaction of its own. @returns the new state, or why it was refused (nothing is changed) */
export async function perform<Loaded, State, Command extends { readonly verb: string }>(
  house: House,
  stairs: Stairs<Loaded, State, Command>,
  actor: Actor,
  command: Command,
): Promise<State | Refusal> {
  return inTransaction(house.db, (tx) => climb(tx, house, stairs, actor, command));
}

/** Leaves the footprint of an act in the ledger. */
type Trace = (footprint: Footprint, actorId: string, at: Date) => Promise<unknown>;

/** 通知 that waits to be made into messages. */
export const TELL = 'tell';

/** Queues what an act has to tell. */
type Tell = (tx: Tx, notices: readonly Notice[], scene: Pick<Scene, 'newId' | 'at'>) => Promise<void>;

const queueNotices: Tell = (tx, notices, { newId, at }) =>
  queueWork(
    tx,
    notices.map((body) => ({ id: newId(), work: TELL, agencyId: body.agencyId, body })),
    at,
  );

/** One act inside a transaction that others share, as when a county's year is loaded. */
export async function climb<Loaded, State, Command extends { readonly verb: string }>(
  tx: Tx,
  house: House,
  stairs: Stairs<Loaded, State, Command>,
  actor: Actor,
  command: Command,
  trace: Trace = (footprint, actorId, at) => append(tx, footprint, actorId, at),
  tell: Tell = queueNotices,
): Promise<State | Refusal> {
  const at = house.now();
  const scene: Scene = { actor, at, today: civilDateAt(at), calendar: house.calendar(), newId: house.newId };
  const loaded = await stairs.load(tx, command, scene);
  if (isRefusal(loaded)) return loaded;
  // [SEC-34] Permission and decision belong together: four eyes are asked by either.
  const { as, decision } = inSomeCapacity(
    actor,
    (as) => {
      const permission = stairs.permit(as, command, loaded);
      const acting = { ...scene, actor: as };
      return { as: acting, decision: permission.allowed ? stairs.decide(loaded, command, acting) : permission.refusal };
    },
    (tried) => (isRefusal(tried.decision) ? tried.decision : null),
  );
  if (isRefusal(decision)) return decision;
  await stairs.save(tx, decision.next, loaded, as);
  const footprint = { room: stairs.room, ...decision.entry };
  await house.alongside?.(tx, footprint, at);
  await trace(footprint, as.actor.id, at);
  await tell(tx, decision.notices ?? [], scene);
  return decision.next;
}

const ATTEMPTS = 5;

/** Runs work in a transaction; a refusal rolls it back, a conflict with others at work runs it again. */
export async function inTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().execute(async (tx) => {
        const result = await work(tx);
        if (isRefusal(result)) throw new RolledBack(result);
        return result;
      });
    } catch (error) {
      if (error instanceof RolledBack) return error.refusal as T;
      if (attempt >= ATTEMPTS || !isConflict(error)) throw error;
    }
  }
}

class RolledBack extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/**
 * serialization_failure and deadlock_detected: the same work may succeed when it is done again. unique_violation: somebody else
 * recorded the same at the same moment; done again, the work sees it and can say so.
 */
const CONFLICTS: readonly unknown[] = ['40001', '40P01', '23505'];

function isConflict(error: unknown): boolean {
  return CONFLICTS.includes((error as { code?: unknown } | null)?.code);
}

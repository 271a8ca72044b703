/**
 * 全有或者全无: many acts of one sheet in one transaction. Where one is refused nothing is kept, and every refusal is told, so that a sheet
 * has to be corrected once and not line by line.
 */
import type { Actor } from '../people/actor.ts';
import { climb, type House, inTransaction, type Stairs } from '../perform.ts';
import { isRefusal, type Refusal, refuse } from '../statute/refusal.ts';

export interface RefusedAt {
  /** Place of the command among those given. */
  readonly index: number;
  readonly refusal: Refusal;
}

/** @param trial 只核对: told as if it were entered, and nothing is kept */
export async function enterAll<Loaded, State, Command extends { readonly verb: string }>(
  house: House,
  stairs: Stairs<Loaded, State, Command>,
  actor: Actor,
  commands: readonly Command[],
  trial = false,
): Promise<{ readonly entered: readonly State[]; readonly refused: readonly RefusedAt[] }> {
  let [entered, refused]: [State[], RefusedAt[]] = [[], []];
  await inTransaction(house.db, async (tx) => {
    // Begun anew when the database asks for the work to be done again.
    [entered, refused] = [[], []];
    for (const [index, command] of commands.entries()) {
      const done = await climb(tx, house, stairs, actor, command);
      if (isRefusal(done)) refused.push({ index, refusal: done });
      else entered.push(done);
    }
    return refused[0]?.refusal ?? (trial ? TRIAL : null);
  });
  return refused.length > 0 ? { entered: [], refused } : { entered, refused };
}

const TRIAL = refuse('TRIAL', '表格格式', '只核对，没有写入。');

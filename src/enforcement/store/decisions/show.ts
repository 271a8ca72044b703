/** 公示和撤回 as rows. A correction takes the place of what is shown in one stroke, under the same address [ENF-19]. */
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';
import { addMonths, type CivilDate, civilDateAt } from '../../../statute/civil-date.ts';
import { SHOWN_MONTHS } from '../../decisions/clocks.ts';
import type { WithdrawDecision } from '../../decisions/registered-decision.ts';
import './tables.ts';

interface Hand {
  readonly by: string;
  readonly at: Date;
}

export async function saveShown(tx: Tx, ids: readonly string[], { by, at }: Hand): Promise<void> {
  await sql`
    update registered_decisions as d
    set subject = c.subject, subject_kind = c.subject_kind, public_words = c.public_words, decided_on = c.decided_on,
      shown_until = case when d.kind = 'punishment' then coalesce(c.shown_until, d.shown_until) end,
      shown = c.shown, sealed = c.sealed, content = c.content,
      imported_by = c.imported_by, imported_at = c.imported_at, published_by = ${by}
    from decision_corrections as c
    where c.decision_id = d.id and d.state = 'published' and d.id in (${sql.join(ids)})`.execute(tx);
  await dropCorrections(tx, ids);
  await tx
    .updateTable('registered_decisions')
    .set({
      state: 'published',
      published_by: by,
      published_at: at,
      // 公示期 runs from the day it is shown, where the sheet names no other end.
      shown_until: sql<CivilDate | null>`case when kind = 'punishment' then coalesce(shown_until, ${addMonths(civilDateAt(at), SHOWN_MONTHS)}) end`,
    })
    .where('id', 'in', ids)
    .where('state', '=', 'registered')
    .execute();
}

/** What waited to be shown in its place is not shown any more, either [ENF-20]. */
export async function saveWithdrawn(
  tx: Tx,
  { id, revokedOn, why }: Omit<WithdrawDecision, 'verb'>,
  at: Date,
): Promise<void> {
  await dropCorrections(tx, [id]);
  await tx
    .updateTable('registered_decisions')
    .set({ state: 'withdrawn', revoked_on: revokedOn, withdrawn_why: why, withdrawn_at: at })
    .where('id', '=', id)
    .execute();
}

async function dropCorrections(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.deleteFrom('decision_corrections').where('decision_id', 'in', ids).execute();
}

/** 取不到的提醒 [XCH-35]: system administrators are told in the product, once a day each, of a source from which nothing could be taken for a day. */
import type { AgencyId } from '../../../people/agency.ts';
import type { Notice } from '../../../people/notice.ts';
import { holdersOf } from '../../../people/store/holders.ts';
import { type House, inTransaction, TELL } from '../../../perform.ts';
import type { Db } from '../../../platform/database.ts';
import { queueWork } from '../../../platform/outbox/outbox.ts';
import { civilDateAt } from '../../../statute/civil-date.ts';
import { SHARING_NOTICES } from '../../sharing/notices.ts';

const DAY_MS = 24 * 3_600_000;

export interface UntakenSource {
  readonly id: string;
  readonly name: string;
  readonly agencyId: AgencyId;
  readonly failingSince: Date;
  readonly said: string;
}

/** Every try of a whole day failed. */
export async function untakenSources(db: Db, now: Date): Promise<UntakenSource[]> {
  const rows = await db
    .selectFrom('takings')
    .innerJoin('sources', 'sources.id', 'takings.source_id')
    .select(['sources.id', 'name', 'agency_id', 'failing_since', 'said'])
    .where('open', '=', true)
    .where('take_from', '!=', '')
    .where('failing_since', '<=', new Date(now.getTime() - DAY_MS))
    .orderBy('failing_since')
    .execute();
  return rows.map(({ id, name, agency_id: agencyId, failing_since, said }) => ({
    ...{ id, name, agencyId, failingSince: failing_since!, said },
  }));
}

/** @returns how many are told, today's earlier ones included */
export async function queueTakingAlarms({ db, now }: Pick<House, 'db' | 'now'>): Promise<number> {
  const at = now();
  const silent = await untakenSources(db, at);
  if (silent.length === 0) return 0;
  const today = civilDateAt(at);
  const admins = await holdersOf(db, SHARING_NOTICES.untaken.heardBy, today);
  const pieces = silent.flatMap(({ id, name, agencyId, failingSince }) =>
    admins
      .filter(({ reach }) => reach.includes(agencyId))
      .map(({ officerId }) => {
        const particulars = { source: name, day: civilDateAt(failingSince) };
        const notice: Notice = {
          kind: 'untaken',
          subject: '',
          agencyId,
          to: { kind: 'officer', officerId },
          particulars,
        };
        return { id: `untaken:${today}:${id}:${officerId}`, work: TELL, agencyId, body: notice };
      }),
  );
  await inTransaction(db, (tx) => queueWork(tx, pieces, at));
  return pieces.length;
}

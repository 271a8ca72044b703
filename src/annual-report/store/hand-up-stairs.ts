/** How figures are handed up. Whether the agency keeps records here is counted in the same transaction. */
import { lineAbove } from '../../people/agency.ts';
import { listAgencies } from '../../people/store.ts';
import type { Stairs } from '../../perform.ts';
import type { Tx } from '../../platform/database.ts';
import { art } from '../../statute/articles.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import { hasRecords } from '../hand-up/add-records.ts';
import { decideHandUp, type LoadedHandUp } from '../hand-up/decide.ts';
import type { HandUp, HandUpCommand } from '../hand-up/hand-up.ts';
import { permitHandingUp, permitSettling } from '../hand-up/permissions.ts';
import { differencesNow } from './entered-differences.ts';
import { latestHandUp, lockHandUp, saveHandUp } from './hand-ups.ts';
import { latestReport } from './reports.ts';
import { recordsHere, scopeOf } from './year.ts';

export const handUpStairs: Stairs<LoadedHandUp, HandUp, HandUpCommand> = {
  room: 'annual-report',
  load,
  permit: (actor, command, { agency, last }) =>
    'handUpId' in command ? permitSettling(actor, last!) : permitHandingUp(actor, agency.id),
  decide: decideHandUp,
  save: (tx, next) => saveHandUp(tx, next),
};

const NOT_FOUND = refuse('NOT_FOUND', art(49), '没有找到这个机关或者这次报送，请从报告列表重新进入。');

async function load(tx: Tx, command: HandUpCommand): Promise<LoadedHandUp | Refusal> {
  const spoken = 'handUpId' in command ? await lockHandUp(tx, command.handUpId) : null;
  const { agencyId, year } = 'handUpId' in command ? { agencyId: spoken?.agencyId, year: spoken?.year } : command;
  if (agencyId === undefined || year === undefined) return NOT_FOUND;
  const agencies = await listAgencies(tx);
  const agency = agencies.find(({ id }) => id === agencyId);
  if (!agency) return NOT_FOUND;
  // Two clicks at once: the second waits here and then finds the version of the first.
  await tx.selectFrom('agencies').select('id').where('id', '=', agencyId).forUpdate().execute();
  const scope = command.verb === 'enterFigures' ? await scopeOf(tx, agencyId) : undefined;
  return {
    agency,
    toAgencyId: lineAbove(agencyId, agencies)[1] ?? null,
    last: spoken ?? (await latestHandUp(tx, agencyId, year)),
    report: command.verb === 'handUp' ? await latestReport(tx, agencyId, year) : null,
    differences: spoken ? await differencesNow(tx, spoken) : [],
    keepsRecords: scope !== undefined && hasRecords(await recordsHere(tx, scope.agencyIds, year)),
  };
}

/** 双公示 and how its verbs climb. */
import type { Stairs } from '../../perform.ts';
import type { Tx } from '../../platform/database.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import { type DecisionsChange, decideDecisions, type LoadedDecisions, permitDecisions } from '../decisions/decide.ts';
import type { DecisionCommand } from '../decisions/registered-decision.ts';
import { planSheet, saveSheet } from './decisions/imports.ts';
import { saveShown, saveWithdrawn } from './decisions/show.ts';
import { type Keys, SHOWN_COLUMNS, toDecision, withCorrections } from './decisions/tables.ts';

const NOT_FOUND = refuse(
  'NO_SUCH_DECISION',
  '《条例》第二十条',
  '没有找到这件处理决定，可能已经更正。请从列表重新进入。',
);

export function decisionStairs(keys: Keys): Stairs<LoadedDecisions, DecisionsChange, DecisionCommand> {
  return {
    room: 'enforcement',
    load: (tx, command) => load(tx, command, keys),
    permit: permitDecisions,
    decide: decideDecisions,
    async save(tx, next, _, { actor, at, newId }) {
      const hand = { by: actor.id, at };
      if (next.type === 'imported') await saveSheet(tx, next, next.planned, { ...hand, id: next.id, newId, keys });
      else if (next.type === 'published') await saveShown(tx, next.ids, hand);
      else await saveWithdrawn(tx, next, at);
    },
  };
}

async function load(tx: Tx, command: DecisionCommand, keys: Keys): Promise<LoadedDecisions | Refusal> {
  if (command.verb === 'importDecisions') {
    const planned = await planSheet(tx, keys, command, 'forUpdate');
    return { agencyId: command.agencyId, found: [], planned };
  }
  const ids = command.verb === 'withdrawDecision' ? [command.id] : [...new Set(command.ids)];
  if (ids.length === 0) return NOT_FOUND;
  const rows = await withCorrections(tx)
    .selectAll('d')
    .select(SHOWN_COLUMNS)
    .where('d.id', 'in', ids)
    .orderBy('d.id')
    .forUpdate('d')
    .execute();
  const agencyId = command.verb === 'withdrawDecision' ? rows[0]?.agency_id : command.agencyId;
  if (agencyId === undefined || rows.length < ids.length || rows.some((row) => row.agency_id !== agencyId))
    return NOT_FOUND;
  return { agencyId, found: rows.map(toDecision), planned: null };
}

/** 开设、修改、关闭专栏 [PRT-92]. */

import { type Actor, type Permission, requireRole } from '../people/actor.ts';
import type { AgencyId } from '../people/agency.ts';
import type { Decision, Scene } from '../perform.ts';
import { art } from '../statute/articles.ts';
import { type Refusal, refuse } from '../statute/refusal.ts';
import { type ColumnCommand, LONGEST_COLUMN, SPECIAL_KEY, type SpecialColumn } from './special-column.ts';

export interface LoadedColumn {
  readonly agencyId: AgencyId;
  readonly column: SpecialColumn | null;
}

export function permitColumn(actor: Actor, _command: ColumnCommand, { agencyId }: LoadedColumn): Permission {
  return requireRole(actor, ['publisher'], agencyId);
}

export function decideColumn(
  { column }: LoadedColumn,
  command: ColumnCommand,
  scene: Scene,
): Decision<SpecialColumn> | Refusal {
  const next = nextOf(column, command, scene);
  if ('refused' in next) return next;
  const verb = DONE[command.verb];
  return { next, entry: { verb, subject: next.key, agencyId: next.agencyId, basis: art(22), content: next } };
}

const DONE = { openColumn: 'columnOpened', describeColumn: 'columnDescribed', closeColumn: 'columnClosed' } as const;

function nextOf(column: SpecialColumn | null, command: ColumnCommand, scene: Scene): SpecialColumn | Refusal {
  switch (command.verb) {
    case 'openColumn':
      return opened(column, command, scene);
    case 'describeColumn':
      return described(column!, command);
    case 'closeColumn':
      return closed(column!, scene);
  }
}

function refuseWords(name: string, purpose: string): Refusal | undefined {
  if (name === '') return refuse('COLUMN_NAME', art(22), '请填写专栏名称。');
  if (name.length > LONGEST_COLUMN.name || purpose.length > LONGEST_COLUMN.purpose) {
    const says = `专栏名称最多 ${LONGEST_COLUMN.name} 个字，封面文字最多 ${LONGEST_COLUMN.purpose} 个字。`;
    return refuse('COLUMN_WORDS', art(22), says);
  }
  return undefined;
}

function opened(
  column: SpecialColumn | null,
  command: Extract<ColumnCommand, { verb: 'openColumn' }>,
  { today }: Scene,
): SpecialColumn | Refusal {
  const { key, agencyId } = command;
  const [name, purpose] = [command.name.trim(), command.purpose.trim()];
  if (column) return refuse('COLUMN_EXISTS', art(22), `已经有“${column.name}”这个专栏(${key})。请换一个标识。`);
  if (!SPECIAL_KEY.test(key)) {
    const says = '专栏标识写成“special.”加小写字母、数字和连字符，例如“special.rural-revival”，它会出现在网址里。';
    return refuse('COLUMN_KEY', art(22), says);
  }
  return refuseWords(name, purpose) ?? { key, agencyId, name, purpose, place: 0, openedOn: today, closedOn: null };
}

function described(
  column: SpecialColumn,
  command: Extract<ColumnCommand, { verb: 'describeColumn' }>,
): SpecialColumn | Refusal {
  const [name, purpose] = [command.name.trim(), command.purpose.trim()];
  if (column.closedOn) return refuse('COLUMN_CLOSED', art(22), '这个专栏已经关闭归档，不再修改。');
  return refuseWords(name, purpose) ?? { ...column, name, purpose, place: command.place };
}

function closed(column: SpecialColumn, { today }: Scene): SpecialColumn | Refusal {
  if (column.closedOn) return refuse('COLUMN_CLOSED', art(22), '这个专栏已经关闭。');
  return { ...column, closedOn: today };
}

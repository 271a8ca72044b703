/** 开设、关闭专栏. */

import { type Actor, type Permission, requireRole } from '../people/actor.ts';
import type { AgencyId } from '../people/agency.ts';
import type { Decision, Scene } from '../perform.ts';
import { art } from '../statute/articles.ts';
import { type Refusal, refuse } from '../statute/refusal.ts';
import { type ColumnCommand, SPECIAL_KEY, type SpecialColumn } from './special-column.ts';

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
  const next = command.verb === 'openColumn' ? opened(column, command, scene) : closed(column!, scene);
  if ('refused' in next) return next;
  const verb = command.verb === 'openColumn' ? 'columnOpened' : 'columnClosed';
  return { next, entry: { verb, subject: next.key, agencyId: next.agencyId, basis: art(22), content: next } };
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
  if (name === '') return refuse('COLUMN_NAME', art(22), '请填写专栏名称。');
  return { key, agencyId, name, purpose, openedOn: today, closedOn: null };
}

function closed(column: SpecialColumn, { today }: Scene): SpecialColumn | Refusal {
  if (column.closedOn) return refuse('COLUMN_CLOSED', art(22), '这个专栏已经关闭。');
  return { ...column, closedOn: today };
}

/** 要点表 [SUP-77]: the year's list as a sheet, a line each; owners by their names. */
import type { AgencyId } from '../../people/agency.ts';
import { parseCivilDate } from '../../statute/civil-date.ts';
import type { CellFault, SheetColumn } from '../../statute/sheet.ts';
import type { ListPoint } from './decide.ts';
import { LONGEST_POINT } from './work-point.ts';

export const WORK_POINT_COLUMNS = [
  { key: 'heading', head: '板块', must: false, hint: '要点里的大标题，例如“一、加强主动公开”；没有的不填。' },
  { key: 'title', head: '工作要点', must: true, hint: '要做什么，一行一项。' },
  { key: 'basis', head: '依据', must: true, hint: '上级要点的文号和条目，或者本机关的会议纪要。' },
  { key: 'owner', head: '责任单位', must: true, hint: '机关名称，要和“机构人员”里的一样。' },
  { key: 'dueOn', head: '完成时限', must: true, hint: '日期，例如 2026-09-30。' },
] as const satisfies readonly SheetColumn[];
export type WorkPointField = (typeof WORK_POINT_COLUMNS)[number]['key'];

export type PointForm =
  | { readonly command: ListPoint; readonly faults: readonly [] }
  | { readonly command: null; readonly faults: readonly CellFault<WorkPointField>[] };

/** @param owners the agencies that may be named, by name */
export function readPointForm(
  fields: Readonly<Record<WorkPointField, string>>,
  list: { readonly agencyId: AgencyId; readonly year: number },
  owners: ReadonlyMap<string, AgencyId>,
): PointForm {
  const ownerId = owners.get(fields.owner.trim());
  const dueOn = parseCivilDate(fields.dueOn.trim());
  const long = (['heading', 'title', 'basis'] as const)
    .filter((key) => fields[key].length > LONGEST_POINT[key])
    .map((key) => fault(key, `超过 ${LONGEST_POINT[key]} 字。`, '请改短。'));
  const faults = [
    ...(fields.title.trim() === '' ? [fault('title', '没有填写要做什么。', '请填写。')] : []),
    ...(fields.basis.trim() === '' ? [fault('basis', '没有填写依据。', '请填写文号或者会议纪要。')] : []),
    ...(ownerId === undefined
      ? [fault('owner', `没有叫“${fields.owner.slice(0, 40)}”的本机关或者下级机关。`, '请照“机构人员”里的名称填写。')]
      : []),
    ...(dueOn === undefined ? [fault('dueOn', '不是日期。', '请写成 2026-09-30 这样。')] : []),
    ...long,
  ];
  if (ownerId === undefined || dueOn === undefined || faults.length > 0) return { command: null, faults };
  const { heading, title, basis } = fields;
  return { command: { verb: 'listPoint', ...list, heading, title, basis, ownerId, dueOn }, faults: [] };
}

function fault(key: WorkPointField, says: string, advice: string): CellFault<WorkPointField> {
  return { key, says, advice };
}

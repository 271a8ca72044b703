/** 要点表 read in [SUP-77]: checked first, all of it or nothing; a trial writes nothing. */
import { subtreeOf } from '../../people/agency.ts';
import { listAgencies } from '../../people/store.ts';
import type { House } from '../../perform.ts';
import { readSheet } from '../../platform/papers/sheet.ts';
import type { Issue } from '../../statute/issue.ts';
import { listPointStairs } from '../../supervision/store/work-point-stairs.ts';
import type { ListPoint } from '../../supervision/work-points/decide.ts';
import { readPointForm, WORK_POINT_COLUMNS } from '../../supervision/work-points/sheet-form.ts';
import type { WorkPointsRead } from '../contract/work-points.ts';
import { enterAll } from '../enter-all.ts';
import type { Officer } from '../reach.ts';
import type { PointSheetQuery } from './work-point-schemas.ts';

const ISSUE = { code: 'SUP-77', severity: 'error', basis: '要点表的格式' } as const;
const AGAIN = '改好后重新上传，本次没有写入任何数据。';

export async function readPointSheet(
  house: House,
  officer: Officer,
  agencyId: string,
  file: Buffer,
  { year, trial = false }: PointSheetQuery,
): Promise<WorkPointsRead | readonly Issue[]> {
  const { lines, faults } = readSheet(file, WORK_POINT_COLUMNS);
  if (faults.length > 0) return faults.map((fault) => ({ ...ISSUE, where: '整个文件', ...fault }));
  const agencies = await listAgencies(house.db);
  const below = new Set(subtreeOf(agencyId, agencies));
  const owners = new Map(agencies.filter(({ id }) => below.has(id)).map(({ id, name }) => [name, id]));
  const issues: Issue[] = [];
  const commands: { at: number; owner: string; command: ListPoint }[] = [];
  for (const { at, cells } of lines) {
    const form = readPointForm(cells, { agencyId, year }, owners);
    if (form.command) commands.push({ at, owner: cells.owner.trim(), command: form.command });
    for (const { key, says, advice } of form.faults) {
      const { head } = WORK_POINT_COLUMNS.find((column) => column.key === key)!;
      issues.push({ ...ISSUE, where: `第 ${at} 行“${head}”`, says, advice });
    }
  }
  if (issues.length > 0) return issues;
  const { refused } = await enterAll(
    house,
    listPointStairs,
    officer,
    commands.map(({ command }) => command),
    trial,
  );
  if (refused.length > 0)
    return refused.map(({ index, refusal: { code, says, basis } }) => ({
      ...{ code, severity: 'error', where: `第 ${commands[index]!.at} 行`, says, basis, advice: AGAIN },
    }));
  return {
    says: trial ? `每一行都合格，共 ${lines.length} 项。还没有写入。` : `已经列入 ${lines.length} 项。`,
    lines: commands.map(({ at, owner, command: { title, dueOn } }) => ({ at, title, owner, dueOn })),
  };
}

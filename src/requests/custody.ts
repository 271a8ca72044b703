/**
 * 划转的申请怎样计数 [ORG-6]. An application that went from one agency to another counts for each by the day: what the old one received and answered until
 * then stays its own and what it handed over is its 结转下年 (表三第四项); for the successor it is 上年结转 (第二项), as the rulebook says of merged
 * agencies. Where both belong to what is counted, nothing came and nothing went: it is one application.
 */
import type { AgencyId } from '../people/agency.ts';
import { type CivilDate, civilFromParts, latest } from '../statute/civil-date.ts';
import { APPLICANT_KINDS, type ApplicantKindName } from './applicant-kinds.ts';

export interface HandedFile {
  readonly id: string;
  readonly applicantKind: ApplicantKindName;
  readonly receivedOn: CivilDate | null;
  readonly closedOn: CivilDate | null;
  readonly reportRow: string | null;
  /** Who has it now. */
  readonly holder: AgencyId;
  /** In their order. */
  readonly handed: readonly { readonly from: AgencyId; readonly to: AgencyId; readonly since: CivilDate }[];
}

/** Rows of 表三 that a file adds one to, for these agencies together in that year. */
export function rowsInCustody(file: HandedFile, agencies: ReadonlySet<AgencyId>, year: number): string[] {
  const { receivedOn: received, closedOn: closed, reportRow } = file;
  if (received === null) return [];
  const [first, last] = daysOf(year);
  if (received > last || (closed !== null && closed < first)) return [];
  const moves = movesOf(file);
  const isHeld = (day: CivilDate) =>
    agencies.has(moves.findLast(({ since }) => since <= day)?.to ?? moves[0]?.from ?? file.holder);
  const rows: string[] = [];
  if (received >= first && isHeld(received)) rows.push('1');
  if (received < first && isHeld(first)) rows.push('2');
  for (const { from, to, since } of moves) {
    const whileOpen = since > first && since <= last && received < since && (closed === null || closed >= since);
    if (!whileOpen || agencies.has(from) === agencies.has(to)) continue;
    rows.push(agencies.has(to) ? '2' : '4');
  }
  if (closed !== null && closed <= last) {
    if (isHeld(closed)) rows.push(reportRow!);
  } else if (isHeld(last)) rows.push('4');
  return rows;
}

/** The same by who has it now, as the register is counted where nothing was handed over. */
export function rowsByHolder(file: HandedFile, agencies: ReadonlySet<AgencyId>, year: number): string[] {
  return rowsInCustody({ ...file, handed: [] }, agencies, year);
}

/** One registered late, with an earlier day than the one before, counts from that one on. */
function movesOf({ handed }: HandedFile) {
  let day: CivilDate | undefined;
  return handed.map((move) => {
    day = day === undefined ? move.since : latest(day, move.since);
    return { ...move, since: day };
  });
}

/** Whether a file stands behind a figure; column 6 is 总计, row 3.7 every result. */
export function isBehind(
  file: HandedFile,
  agencies: ReadonlySet<AgencyId>,
  { year, row, column }: { readonly year: number; readonly row: string; readonly column: number },
): boolean {
  if (column < 6 && APPLICANT_KINDS[file.applicantKind].column !== column) return false;
  const rows = rowsInCustody(file, agencies, year);
  return rows.some((one) => one === row || (row === '3.7' && one.startsWith('3.')));
}

function daysOf(year: number): [CivilDate, CivilDate] {
  return [civilFromParts(year, 1, 1), civilFromParts(year, 12, 31)];
}

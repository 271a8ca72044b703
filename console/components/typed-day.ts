/** A day typed in full: taken as soon as it stands there, not only when the box is left. */
const WHOLE = /^(\d{4})([-/.年]?)(\d{2})([-/.月]?)(\d{2})日?$/;

/** @returns `YYYY-MM-DD`, '' where nothing stands, or null for what is no whole day (yet) */
export function typedDay(typed: string): string | null {
  const text = typed.normalize('NFKC').trim();
  if (text === '') return '';
  const [, year, , month, , day] = WHOLE.exec(text) ?? [];
  if (!year) return null;
  const written = `${year}-${month}-${day}`;
  const moment = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(written) ? written : null;
}

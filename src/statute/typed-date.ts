/** 日期, as people type it in sheets: `2023-05-04`, `2023/5/4`, `2023.5.4`, `2023年5月4日`, `20230504`. */
import { type CivilDate, parseCivilDate } from './civil-date.ts';

const SHAPES = [
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})日$/,
  /^(\d{4})(\d{2})(\d{2})$/,
];

/** Undefined when no day can be told, or there is no such day. */
export function readTypedDate(typed: string): CivilDate | undefined {
  const text = typed.normalize('NFKC').replace(/\s/g, '');
  const parts = SHAPES.map((shape) => shape.exec(text)).find((match) => match !== null);
  return parts && parseCivilDate(`${parts[1]}-${parts[2]!.padStart(2, '0')}-${parts[3]!.padStart(2, '0')}`);
}

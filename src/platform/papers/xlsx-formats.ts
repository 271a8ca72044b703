/** 单元格的格式 → what a number of a sheet shows: who opens the sheet reads that, and not the value that is kept behind it. */
import { addDays, civil, parseCivilDate } from '../../statute/civil-date.ts';

/** Before a number that is not what is seen. */
const NOT_AS_SEEN = '≈';

export type Format =
  | { readonly kind: 'number'; readonly decimals: number }
  /** Shows this, whatever the number. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'general' | 'date' | 'percent' | 'unlike' };

export interface Style {
  /** By the sign of the number: a format may show each in its own way, or not at all. */
  readonly formatOf: (value: number) => Format;
  readonly struck: boolean;
}

const GENERAL: Format = { kind: 'general' };
const UNLIKE: Format = { kind: 'unlike' };
const PERCENT_FORMATS = [9, 10];
/** Number formats of Excel that show a day; 27 to 36 and 50 to 58 are those of Chinese versions. */
const DATE_FORMATS = [14, 15, 16, 17, 22, ...range(27, 36), ...range(50, 58)];
/** Times of day, fractions and powers of ten. */
const UNLIKE_FORMATS = [11, 12, 13, 18, 19, 20, 21, 45, 46, 47, 48];
const DECIMALS: Readonly<Record<number, number>> = { 1: 0, 2: 2, 3: 0, 4: 2, 37: 0, 38: 0, 39: 2, 40: 2 };

export function builtInFormat(id: number): Format {
  if (DATE_FORMATS.includes(id)) return { kind: 'date' };
  if (PERCENT_FORMATS.includes(id)) return { kind: 'percent' };
  if (UNLIKE_FORMATS.includes(id)) return UNLIKE;
  const decimals = DECIMALS[id];
  return decimals === undefined ? GENERAL : { kind: 'number', decimals };
}

/** Words a format puts beside the digits: 件 changes no figure; a digit, 约 or 万 does. */
const CHANGING = /[\d约近超余万千百亿]/;
const WORDS = /"([^"]*)"|\[[^\]]*\]|[\\!](.)|_.|\*(.)/g;

export function customFormat(code: string, value: number): Format {
  const sections = code.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  const at = value < 0 ? 1 : value === 0 ? 2 : 0;
  const section = /\[[<>=]/.test(code) ? code : (sections[at] ?? sections[0]!);
  // Conditions in brackets say nothing of the kind of number.
  const bare = section.replace(WORDS, '');
  const words = [...section.matchAll(WORDS)]
    .map(([, quoted, escaped, fill]) => quoted ?? escaped ?? fill ?? '')
    .join('');
  if (/[yd]/i.test(bare.replace(/general/i, ''))) return { kind: 'date' };
  if (bare.includes('%')) return { kind: 'percent' };
  if (/[0#?],+(?:;|$|\s|\))/.test(bare) || CHANGING.test(words)) return UNLIKE;
  if (/general|@/i.test(bare)) return GENERAL;
  // 会计格式 shows a nothing as a dash.
  const dash = (bare + words).trim();
  if (/^[-—–－/\s]+$/.test(dash)) return { kind: 'text', text: dash };
  if (!/[0#?]/.test(bare) || /[eEhms/]/.test(bare)) return UNLIKE;
  return { kind: 'number', decimals: (/\.([0#?]+)/.exec(bare)?.[1] ?? '').length };
}

/** As who opens the sheet reads it; a figure that is not what is seen is marked. */
export function shownAs(format: Format, value: number, from1904: boolean): string {
  if (format.kind === 'date') return dayOf(value, from1904);
  if (format.kind === 'percent') return `${Number((value * 100).toPrecision(12))}%`;
  if (format.kind === 'number') return rounded(value, format.decimals);
  if (format.kind === 'text') return format.text;
  return format.kind === 'unlike' ? NOT_AS_SEEN + value : String(value);
}

/** Half away from zero, by the decimal digits, as sheets do. */
function rounded(value: number, decimals: number): string {
  const [digits, exponent] = String(Math.abs(value)).split('e');
  if (exponent !== undefined || (digits!.split('.')[1] ?? '').length <= decimals) return String(value);
  return String(Math.sign(value) * Number(`${Math.round(Number(`${digits}e${decimals}`))}e-${decimals}`));
}

/** Excel counts a 29 February 1900 that never was: its numbers are days only from here on. */
const MARCH_1900 = 61;
const LAST_OF_EXCEL = 2_958_465;

/** Days are counted from 1900, or on old Macintoshes from 1904. A number beyond the calendar shows as no day we could name. */
function dayOf(serial: number, from1904: boolean): string {
  const days = Math.floor(serial) + (from1904 ? 1_462 : 0);
  if (days < MARCH_1900 || days > LAST_OF_EXCEL) return NOT_AS_SEEN + serial;
  return parseCivilDate(addDays(civil('1900-03-01'), days - MARCH_1900)) ?? NOT_AS_SEEN + serial;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

/** 符号: signs of the fonts of Word that have no letters, as the letters that show the same; others are told as drawings. */
import { escapeText } from '../escape-text.ts';
import type { Element } from './word-parts.ts';
import type { Reading } from './word-reading.ts';

/** What a form has ticked, and the signs of lists. */
const SYMBOLS: Readonly<Record<string, string>> = {
  ...{ F0FE: '☑', F052: '☑', F053: '☒', F0FD: '☒', F0A8: '□', F06F: '□', F0A3: '□', F071: '□', F0FC: '✓', F0FB: '✗' },
  ...{ F0B7: '•', F06C: '●', F06E: '■', F075: '◆', F0D8: '➢', F0E0: '→', F0DF: '←', F0E1: '↑', F0E2: '↓', F028: '☎' },
};
const OF_WINGDINGS_2: Readonly<Record<string, string>> = {
  ...{ F050: '✓', F04F: '✗', F051: '☒', F052: '☑', F053: '☒', F054: '☒', F0A3: '□', F02A: '□', F02B: '□', F097: '●' },
};
/** In the font Symbol, where figures and most signs stand as in ASCII. */
const OF_SYMBOL: Readonly<Record<string, string>> = {
  ...{ F0B0: '°', F0B1: '±', F0B3: '≥', F0A3: '≤', F0B4: '×', F0B8: '÷', F0B9: '≠', F0BB: '≈', F0B7: '•', F0A5: '∞' },
  ...{ F061: 'α', F062: 'β', F067: 'γ', F064: 'δ', F06C: 'λ', F06D: 'μ', F070: 'π', F073: 'σ', F077: 'ω', F071: 'θ' },
  ...{ F057: 'Ω', F053: 'Σ', F044: 'Δ', F022: '∀', F024: '∃', F027: '∋', F02A: '∗', F02D: '−' },
};

const SIGNS = /^(?:wingdings(?: [23])?|webdings|symbol)$/i;

export const isOfSigns = (font: string) => SIGNS.test(font);

export function symbolOf({ attribs }: Element, traces: Reading['traces']): string {
  return signOf(attribs['w:font'] ?? '', Number.parseInt(attribs['w:char'] ?? '', 16), traces);
}

/** Letters typed in a font of signs show its signs. */
export function signsIn(words: string, font: string, traces: Reading['traces']): string {
  return Array.from(words, (letter) => {
    const code = letter.codePointAt(0)!;
    const isSign = (code > 0x20 && code < 0x100) || (code >= 0xf020 && code <= 0xf0ff);
    return isSign ? signOf(font, code | 0xf000, traces) : escapeText(letter);
  }).join('');
}

function signOf(font: string, point: number, traces: Reading['traces']): string {
  const code = Number.isNaN(point) ? '' : point.toString(16).toUpperCase();
  const isSymbol = /^symbol$/i.test(font);
  const own = isSymbol ? OF_SYMBOL[code] : /^wingdings 2$/i.test(font) ? OF_WINGDINGS_2[code] : SYMBOLS[code];
  const ascii = isSymbol && point >= 0xf020 && point <= 0xf03f ? String.fromCharCode(point - 0xf000) : '';
  const sign = own ?? (ascii || (point >= 0x20 && point < 0xd800 ? String.fromCodePoint(point) : ''));
  if (sign === '') traces.pictures += 1;
  return escapeText(sign);
}

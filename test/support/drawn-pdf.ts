/**
 * PDF files put together by hand: letters and lines exactly where they are asked for, with every way a program has to write them (turned pages, forms
 * within the page, letters drawn as pictures, invisible ones). Chinese letters have no font of their own, figures are Helvetica.
 */
export interface Sheet {
  /** Operators of the page, in points from the upper left corner: `text` and `line` make them. */
  readonly content: string;
  /** Quarters by which the reader turns the page. */
  readonly turned?: number;
  readonly width?: number;
  readonly height?: number;
  /** Whether the content stands in a form that the page shows. */
  readonly form?: boolean;
}

export const WIDTH = 595;
export const HEIGHT = 842;

/** Half the size for a figure or a sign of ASCII, the whole for a Chinese letter. */
export function widthOf(text: string, size: number): number {
  return [...text].reduce((sum, letter) => sum + (isWide(letter) ? size : size * HELVETICA), 0);
}

const HELVETICA = 0.556;

function isWide(letter: string): boolean {
  return letter.charCodeAt(0) > 0x7e;
}

export interface Look {
  readonly size?: number;
  /** Operators before the text: a colour, a manner of writing, a spacing. */
  readonly before?: string;
  /** Degrees, anticlockwise. */
  readonly angle?: number;
  /** Font of its figures: F1 is Helvetica, F3 draws each as a picture. */
  readonly font?: 'F1' | 'F3';
  readonly height?: number;
}

/** One run of text with its line at `y`. */
export function text(words: string, x: number, y: number, look: Look = {}): string {
  const { size = 8, before = '', angle = 0, font = 'F1', height = HEIGHT } = look;
  const turn = (angle * Math.PI) / 180;
  const matrix = [Math.cos(turn), Math.sin(turn), -Math.sin(turn), Math.cos(turn), x, height - y].map((n) =>
    n.toFixed(4),
  );
  const runs = words.match(/[\u0020-\u007e]+|[^\u0020-\u007e]+/g) ?? [];
  const shown = runs.map((run) =>
    isWide(run)
      ? `/F2 ${size} Tf <${[...run].map((letter) => letter.charCodeAt(0).toString(16).padStart(4, '0')).join('')}> Tj`
      : `/${font} ${size} Tf (${run.replace(/[\\()]/g, '\\$&')}) Tj`,
  );
  return `q BT ${before} ${matrix.join(' ')} Tm ${shown.join(' ')} ET Q\n`;
}

export function line(x0: number, y0: number, x1: number, y1: number, height = HEIGHT): string {
  return `${x0.toFixed(2)} ${(height - y0).toFixed(2)} m ${x1.toFixed(2)} ${(height - y1).toFixed(2)} l S\n`;
}

/** A thin filled rectangle, as Word draws the border of a cell. */
export function bar(x0: number, y0: number, x1: number, y1: number, height = HEIGHT): string {
  const [w, h] = [Math.max(x1 - x0, 0.5), Math.max(y1 - y0, 0.5)];
  return `${x0.toFixed(2)} ${(height - y0 - h).toFixed(2)} ${w.toFixed(2)} ${h.toFixed(2)} re f\n`;
}

function cmap(codes: string, map: string): string {
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /d def 1 begincodespacerange ${codes} endcodespacerange\n${map}\nendcmap end end`;
}

export function drawnPdf(sheets: readonly Sheet[]): Buffer {
  const objects: string[] = [];
  const add = (body: string) => objects.push(body);
  const stream = (dictionary: string, body: string) =>
    `<<${dictionary}/Length ${Buffer.byteLength(body, 'latin1')}>>stream\n${body}\nendstream`;
  add('<</Type/Catalog/Pages 2 0 R>>');
  add('');
  add('<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>');
  add('<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/Identity-H/DescendantFonts[5 0 R]/ToUnicode 7 0 R>>');
  add(
    '<</Type/Font/Subtype/CIDFontType2/BaseFont/Song/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000/FontDescriptor 6 0 R>>',
  );
  add(
    '<</Type/FontDescriptor/FontName/Song/Flags 4/FontBBox[0 -200 1000 800]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>',
  );
  add(stream('', cmap('<0000> <ffff>', '1 beginbfrange\n<0000> <ffff> <0000>\nendbfrange')));
  const digits = Array.from({ length: 10 }, (_, n) => add(stream('', `556 0 0 0 500 700 d1 60 0 ${380 + n} 700 re f`)));
  add(`<</Type/Encoding/Differences[48 ${digits.map((_, n) => `/d${n}`).join('')}]>>`);
  const encoding = objects.length;
  const map = Array.from({ length: 10 }, (_, n) => `<${(48 + n).toString(16)}> <00${(48 + n).toString(16)}>`).join(
    '\n',
  );
  add(stream('', cmap('<00> <ff>', `10 beginbfchar\n${map}\nendbfchar`)));
  const unicode = objects.length;
  add(
    `<</Type/Font/Subtype/Type3/FontBBox[0 0 556 700]/FontMatrix[.001 0 0 .001 0 0]/FirstChar 48/LastChar 57/Widths[${'556 '.repeat(10)}]/CharProcs<<${digits.map((at, n) => `/d${n} ${at} 0 R`).join('')}>>/Encoding ${encoding} 0 R/ToUnicode ${unicode} 0 R/Resources<<>>>>`,
  );
  const fonts = `/Font<</F1 3 0 R/F2 4 0 R/F3 ${objects.length} 0 R>>/ExtGState<</Clear<</ca 0>>>>`;
  const kids = sheets.map(({ content, turned = 0, width = WIDTH, height = HEIGHT, form }) => {
    let body = content;
    let inside = '';
    if (form) {
      add(
        stream(
          `/Type/XObject/Subtype/Form/BBox[0 0 ${width} ${height}]/Matrix[1 0 0 1 0 0]/Resources<<${fonts}>>`,
          content,
        ),
      );
      inside = `/XObject<</Fm ${objects.length} 0 R>>`;
      body = '/Fm Do';
    }
    add(stream('', body));
    add(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Rotate ${turned * 90}/Resources<<${fonts}${inside}>>/Contents ${objects.length} 0 R>>`,
    );
    return `${objects.length} 0 R`;
  });
  objects[1] = `<</Type/Pages/Count ${kids.length}/Kids[${kids.join(' ')}]>>`;
  const parts = objects.map((body, i) => `${i + 1} 0 obj\n${body}\nendobj\n`);
  return Buffer.from(`%PDF-1.7\n${parts.join('')}trailer\n<</Root 1 0 R>>\n%%EOF`, 'latin1');
}

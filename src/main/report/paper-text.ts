/** 文书在终端上: paragraphs as they are, tables in columns; a Chinese character is as wide as two Latin ones. */
import type { Paper, PaperTable } from '../../statute/paper.ts';

export function paperText({ title, blocks }: Paper): string {
  const told = blocks.flatMap((block) => {
    if (block.kind === 'table') return [tableText(block)];
    return 'text' in block ? [block.kind === 'heading' ? `【${block.text}】` : block.text] : [];
  });
  return [title, ...told].join('\n\n');
}

function tableText({ rows, columns }: PaperTable): string {
  const widths = Array.from({ length: columns }, (_, at) => Math.max(...rows.map((row) => wide(row[at]?.text ?? ''))));
  return rows
    .map((row) =>
      row
        .map(({ text, align }, at) => {
          const room = ' '.repeat(widths[at]! - wide(text));
          return align === 'right' || (align === 'center' && at > 0) ? room + text : text + room;
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function wide(text: string): number {
  return [...text].reduce((sum, character) => sum + (character.codePointAt(0)! > 0x2e7f ? 2 : 1), 0);
}

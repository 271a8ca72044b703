/** Tables with what is merged across and down, and the rows that Word repeats on each page as their head [PUB-43]. */
import { below, type Element, isOn, tagsIn, throughTo } from './word-parts.ts';

interface Cell {
  across: number;
  down: number;
  readonly html: string;
  readonly head: boolean;
}

const MAX_SPAN = 64;

export function tableHtml(table: Element, inside: (cell: Element) => string): string {
  const widest = Math.max(
    tagsIn(below(table, 'w:tblGrid'), 'w:gridCol').length,
    ...throughTo(table, 'w:tr').map((row) => throughTo(row, 'w:tc').length),
  );
  const above = new Map<number, Cell>();
  const rows = throughTo(table, 'w:tr')
    .filter((row) => !below(row, 'w:trPr', 'w:del'))
    .flatMap((row) => {
      if (isOn(below(row, 'w:trPr', 'w:hidden'))) {
        // Its words are counted as hidden; the row goes with them.
        for (const tag of throughTo(row, 'w:tc')) inside(tag);
        return [];
      }
      const head = isOn(below(row, 'w:trPr', 'w:tblHeader'));
      const cells: Cell[] = [];
      let column = Math.min(spanOf(below(row, 'w:trPr', 'w:gridBefore'), 0), widest - 1);
      if (column > 0) cells.push({ across: column, down: 1, head, html: '' });
      for (const tag of throughTo(row, 'w:tc')) {
        if (below(tag, 'w:tcPr', 'w:cellDel')) continue;
        // A span that leads out of the table ends where it ends.
        const across = Math.min(spanOf(below(tag, 'w:tcPr', 'w:gridSpan'), 1) || 1, Math.max(1, widest - column));
        const merge = below(tag, 'w:tcPr', 'w:vMerge');
        const upper = above.get(column);
        const beside = below(tag, 'w:tcPr', 'w:hMerge')?.attribs['w:val'] ?? 'restart';
        const left = cells.at(-1);
        if (beside === 'continue' && left) {
          left.across += across;
          column += across;
          continue;
        }
        if (merge && merge.attribs['w:val'] !== 'restart' && upper?.across === across) upper.down += 1;
        else {
          const cell = { across, down: 1, head, html: inside(tag) };
          cells.push(cell);
          above.set(column, cell);
        }
        column += across;
      }
      return [cells];
    });
  return `<table>${rows.map((cells) => `<tr>${cells.map(cellHtml).join('')}</tr>`).join('')}</table>`;
}

function cellHtml({ across, down, html, head }: Cell): string {
  const [name, scope] = head ? ['th', ' scope="col"'] : ['td', ''];
  const spans = `${across > 1 ? ` colspan="${across}"` : ''}${down > 1 ? ` rowspan="${down}"` : ''}`;
  return `<${name}${spans}${scope}>${html}</${name}>`;
}

function spanOf(tag: Element | undefined, otherwise: number): number {
  const span = Number(tag?.attribs['w:val'] ?? otherwise);
  return Number.isInteger(span) && span >= 0 ? Math.min(span, MAX_SPAN) : otherwise;
}

/**
 * 逐段看 RunReader: follows a part of a Word document tag by tag and says how the words that come are seen. Whoever goes through it by events and whoever
 * has it as a tree ask the same.
 */
import {
  type Attributes,
  attributeOf,
  coloured,
  isSwitchedOn,
  plainName,
  type RunLook,
  type RunStyles,
  shadeOf,
  type Unseen,
  unseenBy,
  withProperty,
} from './run-look.ts';

export interface RunReader {
  open(name: string, attributes: Attributes): void;
  close(): void;
  /** Of the words that come now. */
  look(): RunLook;
  /** Why they are not seen. */
  unseen(): Unseen | undefined;
}

interface Open {
  readonly name: string;
  /** What hides all that is in it. */
  hides?: Unseen;
}

export function runReader(styles: RunStyles): RunReader {
  const path: Open[] = [];
  const paragraphs: { style?: string | undefined; shade?: string }[] = [];
  const runs: { style?: string | undefined; own: RunLook }[] = [];
  const cells: { shade?: string }[] = [];
  const tables: { tinted: boolean }[] = [];
  /** Boxes that stand open, what hides all in it, and what was so before a revision. */
  let [boxes, hiding, former] = [0, 0, 0];

  const hide = (open: Open | undefined, why: Unseen) => {
    if (!open || open.hides) return;
    open.hides = why;
    hiding += 1;
  };
  const look = () => {
    const { style, own } = runs.at(-1) ?? { own: {} };
    return { ...styles.styled(paragraphs.at(-1)?.style, style), ...own };
  };
  const unseen = () => {
    if (hiding > 0) return path.find(({ hides }) => hides !== undefined)?.hides;
    const unknown = boxes > 0 || tables.some(({ tinted }) => tinted);
    return unseenBy(look(), { paragraph: paragraphs.at(-1)?.shade, cell: cells.at(-1)?.shade, unknown });
  };
  /** @param inside the names around it, the nearest first */
  const note = (name: string, attributes: Attributes, [inside, holder, above]: readonly (string | undefined)[]) => {
    const [paragraph, run, cell, table] = [paragraphs.at(-1), runs.at(-1), cells.at(-1), tables.at(-1)];
    if (inside === 'rPr' && holder === 'r' && run) {
      if (name === 'rStyle') run.style = attributeOf(attributes, 'val');
      run.own = withProperty(run.own, name, attributes);
    } else if (inside === 'textFill' && above === 'r' && run) run.own = withProperty(run.own, name, attributes);
    else if (name === 'pStyle' && paragraph) paragraph.style = attributeOf(attributes, 'val');
    else if (name === 'tblStyle' && table) table.tinted ||= styles.tints(attributeOf(attributes, 'val') ?? '');
    else if (name === 'hidden' && inside === 'trPr' && isSwitchedOn(attributes)) hide(path.at(-3), 'row');
    else if (name === 'docPr' && /^(?:1|true|on)$/.test(attributeOf(attributes, 'hidden') ?? ''))
      hide(path.at(-2), 'vanish');
    else if (name !== 'shd') return;
    else if (inside === 'pPr' && paragraph) paragraph.shade = shadeOf(attributes);
    else if (inside === 'tcPr' && cell) cell.shade = shadeOf(attributes);
    else if (inside === 'tblPr' && table) table.tinted ||= coloured(shadeOf(attributes)) !== undefined;
  };
  return {
    look,
    unseen,
    open(prefixed, attributes) {
      const name = plainName(prefixed);
      const around = [path.at(-1)?.name, path.at(-2)?.name, path.at(-3)?.name];
      if (name === 'txbxContent') boxes += 1;
      const inHidden = name === 'txbxContent' && unseen() === 'vanish';
      path.push({ name });
      if (inHidden) hide(path.at(-1), 'vanish');
      if (name.endsWith('Change')) former += 1;
      if (name === 'p') paragraphs.push({});
      if (name === 'r') runs.push({ own: {} });
      if (name === 'tc') cells.push({});
      if (name === 'tbl') tables.push({ tinted: false });
      if (former === 0) note(name, attributes, around);
      if (/visibility\s*:\s*hidden/i.test(attributes.style ?? '')) hide(path.at(-1), 'vanish');
    },
    close() {
      const { name, hides } = path.pop() ?? {};
      if (hides) hiding -= 1;
      if (name === 'txbxContent') boxes -= 1;
      if (name?.endsWith('Change')) former -= 1;
      if (name === 'p') paragraphs.pop();
      if (name === 'r') runs.pop();
      if (name === 'tc') cells.pop();
      if (name === 'tbl') tables.pop();
    },
  };
}

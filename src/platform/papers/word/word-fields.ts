/** 域: a link that is written as a field, as WPS does, with what is shown for it; of every other field only what is shown. */
import { escapeText } from '../escape-text.ts';
import { below, type Element, isOn, tagsIn } from './word-parts.ts';

interface Field {
  instruction: string;
  /** What a form has chosen, where it is not written out. */
  readonly chosen: string;
  /** What stands in it before what is shown begins; after the end of the paragraph nobody knows which it is. */
  asked: string;
  shown: string | null;
}

export interface Fields {
  /** Takes what stands in a run, and the run itself, in their order. */
  take(run: Element, text: string): void;
  /** What stands between runs. */
  add(html: string): void;
  end(): string;
}

/** 窗体域: a list that drops down, or a box that is ticked. */
function chosenIn(mark: Element): string {
  const list = below(mark, 'w:ffData', 'w:ddList');
  const box = below(mark, 'w:ffData', 'w:checkBox');
  if (list) {
    const at = Number(below(list, 'w:result')?.attribs['w:val'] ?? below(list, 'w:default')?.attribs['w:val'] ?? 0);
    return tagsIn(list, 'w:listEntry')[at]?.attribs['w:val'] ?? '';
  }
  return box ? (isOn(below(box, 'w:checked') ?? below(box, 'w:default')) ? '☑' : '□') : '';
}

/** 带圈字符、分数: what Word draws by the instruction alone. */
function drawnBy(instruction: string): string {
  const circled = /^\s*eq\s*\\o\s*(?:\\a[clr]\s*)?\(\s*[○◯〇]\s*,\s*([^()]{1,4}?)\s*\)\s*$/i.exec(instruction)?.[1];
  if (circled !== undefined) return circledAs(circled);
  const [, above, under] = /^\s*eq\s*\\f\s*\(\s*([^(),]+?)\s*,\s*([^(),]+?)\s*\)\s*$/i.exec(instruction) ?? [];
  return above === undefined ? '' : `${above}/${under}`;
}

function circledAs(sign: string): string {
  const count = Number(sign);
  return Number.isInteger(count) && count >= 1 && count <= 20 ? String.fromCodePoint(0x245f + count) : `（${sign}）`;
}

/** @param link the words with the address they lead to */
export function fieldsOf(link: (address: string, words: string) => string): Fields {
  let html = '';
  const open: Field[] = [];
  const add = (words: string) => {
    const field = open.at(-1);
    if (!field) html += words;
    else if (field.shown === null) field.asked += words;
    else field.shown += words;
  };
  const close = () => {
    const field = open.pop()!;
    const drawn = (field.shown ?? '').trim() === '' ? field.chosen || drawnBy(field.instruction) : '';
    if (drawn !== '') return add(escapeText(drawn));
    const address = /^\s*HYPERLINK\s+"([^"]+)"/i.exec(field.instruction)?.[1];
    add(address === undefined || field.shown === null ? (field.shown ?? '') : link(address, field.shown));
  };
  return {
    add,
    take(run, text) {
      let ends = 0;
      for (const tag of tagsIn(run)) {
        const { name, attribs, children } = tag;
        const mark = name === 'w:fldChar' ? attribs['w:fldCharType'] : undefined;
        const field = open.at(-1);
        if (mark === 'begin') open.push({ instruction: '', chosen: chosenIn(tag), asked: '', shown: null });
        else if (mark === 'separate' && field) field.shown ??= '';
        else if (mark === 'end') ends += 1;
        else if (name === 'w:instrText' && field)
          field.instruction += children.map((child) => ('data' in child ? child.data : '')).join('');
      }
      add(text);
      for (; ends > 0 && open.length > 0; ends -= 1) close();
    },
    end() {
      while (open.length > 0) {
        const { asked, shown } = open.pop()!;
        add(asked + (shown ?? ''));
      }
      return html;
    },
  };
}

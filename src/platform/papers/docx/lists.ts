/** 列表 in Word: counted by Word itself, each list by a scheme of its own, so that no other is counted on in it. */
import { AlignmentType, type INumberingOptions, type IRunOptions, LevelFormat } from 'docx';
import type { PaperList } from '../../../statute/paper.ts';

const FORMATS = {
  '1': LevelFormat.DECIMAL,
  a: LevelFormat.LOWER_LETTER,
  A: LevelFormat.UPPER_LETTER,
  i: LevelFormat.LOWER_ROMAN,
  I: LevelFormat.UPPER_ROMAN,
} as const;
/** Word knows nine levels. */
const DEEPEST = 8;

export interface Lists {
  /** @param look of its mark; @param em the width of a character where it stands, in twips */
  numbered(list: PaperList, look: IRunOptions, em: number): { readonly reference: string; readonly level: number };
  readonly config: INumberingOptions['config'];
}

export const levelOf = ({ level }: PaperList) => Math.min(level, DEEPEST);
/** Where the words of an item begin. */
export const itemIndent = (list: PaperList, em: number) => Math.round(em * (2 + 1.5 * (levelOf(list) + 1)));

export function openLists(): Lists {
  const known = new Map<PaperList, string>();
  const config: INumberingOptions['config'][number][] = [];
  return {
    config,
    numbered(list, look, em) {
      const level = levelOf(list);
      const reference = known.get(list) ?? `list-${known.size}`;
      if (!known.has(list)) {
        known.set(list, reference);
        const { counts, start } = list;
        config.push({
          reference,
          levels: [
            {
              level,
              ...(counts === null
                ? { format: LevelFormat.BULLET, text: '•' }
                : { format: FORMATS[counts], text: `%${level + 1}.`, start }),
              alignment: AlignmentType.LEFT,
              style: {
                run: look,
                paragraph: { indent: { left: itemIndent(list, em), hanging: Math.round(em * 1.5) } },
              },
            },
          ],
        });
      }
      return { reference, level };
    },
  };
}

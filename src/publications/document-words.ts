/** 正文里的字 on paper: words with the looks the page gives them, and the pictures among them. */
import type { PaperPicture, PaperRun, PaperWords, WordLook } from '../statute/paper.ts';
import { type Element, isTag, type Node } from './document-table.ts';
import type { PictureHash } from './picture.ts';

/** What is there of the pictures of a body, by the hash it names them by. */
export type PaperPictures = ReadonlyMap<PictureHash, Omit<PaperPicture, 'kind' | 'alt' | 'side'>>;

/** What stands in a line. */
export const INLINE: ReadonlySet<string> = new Set('strong b em i u s sub sup a br img'.split(' '));

const LOOKS: Readonly<Record<string, WordLook>> = {
  ...{ strong: 'bold', b: 'bold', em: 'italic', i: 'italic', u: 'underline', s: 'strike' },
  ...{ sup: 'raised', sub: 'lowered' },
};

type Around = Pick<PaperRun, 'looks' | 'address'>;

/** In their order; of a picture that is not there its words. */
export function piecesOf(node: Node, pictures: PaperPictures, around: Around = {}): (PaperRun | PaperPicture)[] {
  if (!isTag(node)) return 'data' in node ? [{ ...around, text: node.data.replace(/\s+/g, ' ') }] : [];
  const { name, attribs, children } = node;
  if (name === 'br') return [{ ...around, text: '\n' }];
  if (name === 'img') return [pictureOf(node, pictures) ?? { ...around, text: `〔图：${attribs.alt ?? ''}〕` }];
  const look = LOOKS[name];
  const { looks = [] } = around;
  const inside = {
    ...around,
    ...(look && !looks.includes(look) ? { looks: [...looks, look] } : {}),
    ...(name === 'a' && attribs.href ? { address: attribs.href } : {}),
  };
  return children.flatMap((child) => piecesOf(child, pictures, inside));
}

function pictureOf({ attribs }: Element, pictures: PaperPictures): PaperPicture | undefined {
  const picture = pictures.get(/^\/pictures\/([0-9a-f]{64})$/.exec(attribs.src ?? '')?.[1] ?? '');
  return picture && { kind: 'picture', alt: attribs.alt ?? '', ...picture };
}

/** @returns undefined where they say nothing */
export function wordsOfRuns(pieces: readonly PaperRun[]): PaperWords | undefined {
  const runs = withoutEnds(joined(pieces));
  const text = runs.map((run) => run.text).join('');
  if (text === '') return undefined;
  const isPlain = runs.every(({ looks, address }) => !looks && address === undefined) && !text.includes('\n');
  return isPlain ? { text } : { text, runs };
}

/** Those of one look that stand side by side as one. */
function joined(runs: readonly PaperRun[]): PaperRun[] {
  const joined: PaperRun[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last && last.address === run.address && String(last.looks) === String(run.looks))
      joined[joined.length - 1] = { ...last, text: last.text + run.text };
    else joined.push(run);
  }
  return joined;
}

/** Blanks at the ends of a line are none of its words. */
function withoutEnds(runs: readonly PaperRun[]): PaperRun[] {
  const left = runs.map((run) => ({ ...run, text: run.text.replace(/ *\n */g, '\n') }));
  for (; left.length > 0; left.shift()) {
    left[0]!.text = left[0]!.text.trimStart();
    if (left[0]!.text !== '') break;
  }
  for (; left.length > 0; left.pop()) {
    const last = left.at(-1)!;
    last.text = last.text.trimEnd();
    if (last.text !== '') break;
  }
  return left;
}

export function plainOf(nodes: readonly Node[]): string {
  return nodes.map((node) => (isTag(node) ? plainOf(node.children) : 'data' in node ? node.data : '')).join('');
}

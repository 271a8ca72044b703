/**
 * 文书 → PDF: a Paper set by typst in the layout of official documents. Text travels as data and is never read as typst source. The same
 * paper gives the same bytes, so that the hash of a letter can be told. The fonts of a county (仿宋_GB2312, 方正小标宋) come first.
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Paper } from '../../statute/paper.ts';
import { legible, letterheadSize } from './official-layout.ts';
import { printable } from './printable.ts';
import { printedBlock } from './printed-block.ts';
import { TYPST_LAYOUT } from './typst-layout.ts';

/** Where a county keeps fonts of its own; set once at the start. */
let countyFonts: string | undefined;
let compiler: Promise<NodeCompiler> | undefined;

export function takeFontsFrom(folder: string): void {
  if (folder === countyFonts) return;
  countyFonts = folder;
  compiler = undefined;
}

export async function paperPdf(paper: Paper): Promise<Buffer> {
  compiler ??= openCompiler();
  const typst = await compiler;
  const pdf = typst.pdf({
    mainFileContent: TYPST_LAYOUT,
    inputs: { paper: JSON.stringify(await printedPaper(paper)) },
  });
  // Memoised layouts of other people's letters are not kept for longer than a few more letters.
  typst.evictCache(4);
  return pdf;
}

/** One for the process: reading the fonts takes longer than setting a letter. */
async function openCompiler(): Promise<NodeCompiler> {
  const { NodeCompiler: Compiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  const own = countyFonts && existsSync(countyFonts) ? [countyFonts] : [];
  // The workspace holds nothing: a layout could read no file even if it asked.
  return Compiler.create({ workspace: WORKSPACE, fontArgs: [{ fontPaths: [...own, ...FONT_FOLDERS] }] });
}

const require = createRequire(import.meta.url);
const folderOf = (family: string) => dirname(require.resolve(`@expo-google-fonts/${family}/package.json`));
export const FONT_FOLDERS = ['noto-serif-sc', 'noto-sans-sc'].flatMap((family) =>
  ['400Regular', '700Bold'].map((weight) => join(folderOf(family), weight)),
);
const WORKSPACE = join(folderOf('noto-serif-sc'), '400Regular');

/** The paper as the layout reads it: every text printable. */
async function printedPaper({ title, letterhead, blocks }: Paper) {
  const print = await printable(FONT_FOLDERS[0]!);
  const clean = (words: string) => print(legible(words));
  return {
    title: clean(title),
    letterhead: letterhead
      ? {
          issuer: clean(letterhead.issuer),
          size: letterheadSize(letterhead.issuer),
          number: letterhead.number === null ? '' : clean(letterhead.number),
        }
      : null,
    blocks: blocks.map((block) => printedBlock(block, clean)),
  };
}

/**
 * 首页编排 [PRT-90] HomeBlock: what stands on the home page below the search box, in order. 《政府网站发展指引》: a home page answers what is new and
 * where to find. Blocks name what they show; nothing that is not published shows through them.
 */
import { art } from '../../statute/articles.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import type { Column, ColumnKey } from '../columns.ts';
import type { DocumentId } from '../document.ts';
import type { PictureHash } from '../picture.ts';

/** 区块种类: one more is one more entry here and one in the portal's `home-blocks.tsx`. */
export const BLOCK_KINDS = {
  doors: {
    ...{ term: '政府信息公开的五个入口', says: '指南、制度、法定主动公开内容、年报、依申请公开', once: true },
    must: true,
  },
  newest: { term: '一个栏目的最新信息', says: '按发布时间，最新的六条', once: false, must: false },
  pinned: { term: '置顶的信息', says: '编辑选定的几条，按所排的次序', once: false, must: false },
  specials: { term: '专题专栏', says: '开着的专栏，按专栏的次序', once: true, must: false },
  links: { term: '链接', says: '别的页面和网站，可以配图片', once: false, must: false },
  figures: { term: '一年的数字', says: '随记录计算，每个数字都能点开', once: true, must: false },
  tools: { term: '办事工具', says: '申请、查询、写信、计算期限和费用', once: true, must: false },
} as const;
export type BlockKind = keyof typeof BLOCK_KINDS;

export interface HomeLink {
  readonly name: string;
  /** Of this site (`/…`) or of another (`https://…`). */
  readonly to: string;
  readonly picture: PictureHash | null;
}

export type HomeBlock =
  | { readonly block: 'doors' | 'specials' | 'figures' | 'tools' }
  | { readonly block: 'newest'; readonly column: ColumnKey }
  | { readonly block: 'pinned'; readonly title: string; readonly documentIds: readonly DocumentId[] }
  | { readonly block: 'links'; readonly title: string; readonly links: readonly HomeLink[] };

/** The home page of a site that nobody has arranged. */
export const DEFAULT_HOME: readonly HomeBlock[] = [
  { block: 'doors' },
  { block: 'newest', column: 'news.headlines' },
  { block: 'newest', column: 'news.notices' },
  { block: 'newest', column: 'catalogue.policy' },
  { block: 'newest', column: 'catalogue.interpretation' },
  { block: 'figures' },
  { block: 'tools' },
];

export const MOST_BLOCKS = 20;
export const MOST_IN_BLOCK = 12;
export const LONGEST_BLOCK_TITLE = 20;

/** What is known of what the blocks name. */
export interface NamedByBlocks {
  readonly columns: ReadonlyMap<ColumnKey, Column>;
  readonly published: ReadonlySet<DocumentId>;
  readonly pictures: ReadonlySet<PictureHash>;
}

export const documentsNamed = (blocks: readonly HomeBlock[]): DocumentId[] =>
  blocks.flatMap((one) => (one.block === 'pinned' ? one.documentIds : []));

export const picturesNamed = (blocks: readonly HomeBlock[]): PictureHash[] =>
  blocks.flatMap((one) => (one.block === 'links' ? one.links.flatMap(({ picture }) => picture ?? []) : []));

/** @returns what the editor is to change, with the place of the block in it; nothing when the page may stand so */
export function refuseBlocks(blocks: readonly HomeBlock[], named: NamedByBlocks): Refusal | undefined {
  if (blocks.length === 0)
    return refuse('HOME_EMPTY', BASIS, '首页至少要有一个区块。想回到默认次序的，请用“恢复默认”。');
  if (blocks.length > MOST_BLOCKS)
    return refuse('HOME_TOO_LONG', BASIS, `首页最多 ${MOST_BLOCKS} 个区块，现在有 ${blocks.length} 个。请删去一些。`);
  for (const [i, one] of blocks.entries()) {
    const wrong = wrongIn(one, named) ?? twice(one, blocks.slice(0, i));
    if (wrong) return refuse('HOME_BLOCK', BASIS, `第 ${i + 1} 个区块（${BLOCK_KINDS[one.block].term}）：${wrong}`);
  }
  return refuseWithoutDoors(blocks);
}

/** [PRT-127] 国办公开办函〔2019〕61号:专栏统一名称、设在显著位置: wherever it stands on the page, it is never left out. */
function refuseWithoutDoors(blocks: readonly HomeBlock[]): Refusal | undefined {
  if (blocks.some(({ block }) => BLOCK_KINDS[block].must)) return undefined;
  const says = `首页不能没有“${BLOCK_KINDS.doors.term}”（${BLOCK_KINDS.doors.says}），公众要从这里进政府信息公开专栏。请把它加回来；次序可以自己定。`;
  return refuse('PRT-127', `${art(24)}；国办公开办函〔2019〕61号`, says);
}

const BASIS = `${art(24)}；《政府网站发展指引》`;

function wrongIn(one: HomeBlock, { columns, published, pictures }: NamedByBlocks): string | undefined {
  if (one.block === 'newest')
    return columns.has(one.column) ? undefined : '没有这个栏目，或者专栏已经关闭。请另选栏目。';
  if (one.block !== 'pinned' && one.block !== 'links') return undefined;
  const title = one.title.trim();
  if (title === '') return '请写上标题，读者靠它知道这里是什么。';
  if (title.length > LONGEST_BLOCK_TITLE) return `标题最多 ${LONGEST_BLOCK_TITLE} 个字。`;
  const holds = one.block === 'pinned' ? one.documentIds : one.links;
  if (holds.length === 0) return one.block === 'pinned' ? '请选至少一条信息。' : '请写至少一个链接。';
  if (holds.length > MOST_IN_BLOCK) return `最多 ${MOST_IN_BLOCK} 条，请分成两个区块。`;
  if (one.block === 'pinned') {
    if (new Set(one.documentIds).size < one.documentIds.length) return '同一条信息选了两次，请去掉一次。';
    return one.documentIds.every((id) => published.has(id))
      ? undefined
      : '有的信息没有发布或者已经撤回，不能置顶。请去掉它。';
  }
  for (const { name, to, picture } of one.links) {
    if (name.trim() === '') return '每个链接都要写名称。';
    if (!isSafeAddress(to)) return `“${name}”的地址不对。本站的写“/”开头的路径，别的网站写“https://”开头的全称。`;
    if (picture !== null && !pictures.has(picture)) return `“${name}”的图片已经清理，请重新上传。`;
  }
  return undefined;
}

function twice({ block }: HomeBlock, before: readonly HomeBlock[]): string | undefined {
  return BLOCK_KINDS[block].once && before.some((one) => one.block === block) ? '这一种只能放一次。' : undefined;
}

/** Nothing that runs, nothing that only looks like a path of this site (`//elsewhere`, `/\elsewhere`). */
export function isSafeAddress(to: string): boolean {
  if (/[\s\\\p{Cc}]/u.test(to) || to.length > 500) return false;
  if (to.startsWith('/')) return !to.startsWith('//');
  if (!/^https?:\/\//.test(to) || !URL.canParse(to)) return false;
  const { hostname, username, password } = new URL(to);
  return hostname !== '' && username === '' && password === '';
}

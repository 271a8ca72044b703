import { expect, it } from 'vitest';
import { laid, moved, newBlock, toSend } from './blocks.ts';

const BLOCKS = laid([
  { block: 'doors' },
  { block: 'newest', column: 'news.notices' },
  { block: 'pinned', title: '近期重点', documents: [{ id: 'd1', title: '一', publishedOn: '2026-03-01' }] },
]);
const names = (blocks: typeof BLOCKS) => blocks.map(({ block }) => block.block);

it('PRT-90 a block moves by one place and keeps its key; the first does not go up, the last not down', () => {
  expect(names(moved(BLOCKS, 1, -1))).toEqual(['newest', 'doors', 'pinned']);
  expect(moved(BLOCKS, 1, -1)[0]!.key).toBe(BLOCKS[1]!.key);
  expect(names(moved(BLOCKS, 0, -1))).toEqual(names(BLOCKS));
  expect(names(moved(BLOCKS, 2, 1))).toEqual(names(BLOCKS));
});

it('PRT-90 what is sent names documents by id, and nothing the desk did not ask for', () => {
  expect(toSend(BLOCKS)).toEqual([
    { block: 'doors' },
    { block: 'newest', column: 'news.notices' },
    { block: 'pinned', title: '近期重点', documentIds: ['d1'] },
  ]);
  expect(newBlock('newest', 'news')).toEqual({ block: 'newest', column: 'news' });
});

import { expect, it } from 'vitest';
import { awaitedStep, type ReviewChain, type ReviewMark, refuseStep, standingMarks } from './chain.ts';

const CHAIN: ReviewChain = ['甲', '乙', '丙'].map((term, i) => ({ name: `s${i}`, term, basis: '依据' }));
const mark = (step: string, by: string, content = 'v1'): ReviewMark => ({ step, by, content });
const may = (step: string, marks: readonly ReviewMark[], by: string, content = 'v1') =>
  refuseStep(CHAIN, step, marks, content, { authors: ['author'], by })?.code ?? 'may';

it('REV-1 steps come in their order, each once', () => {
  expect(may('s0', [], 'a')).toBe('may');
  expect(may('s1', [], 'a')).toBe('REV-1');
  expect(may('s1', [mark('s0', 'a')], 'b')).toBe('may');
  expect(may('s0', [mark('s0', 'a')], 'b')).toBe('REV-1');
  const all = [mark('s0', 'a'), mark('s1', 'b'), mark('s2', 'c')];
  expect(awaitedStep(CHAIN, all, 'v1')).toBeUndefined();
  expect(may('s2', all, 'd')).toBe('REV-1');
});

it('REV-2 nobody approves what he wrote, nor two steps that follow one another', () => {
  expect(may('s0', [], 'author')).toBe('REV-2');
  expect(may('s1', [mark('s0', 'a')], 'a')).toBe('REV-2');
  expect(may('s2', [mark('s0', 'a'), mark('s1', 'b')], 'a')).toBe('may');
});

it('REV-15 a person is the same person in whose name ever he acts', () => {
  const written = (by: string, author: string) =>
    refuseStep(CHAIN, 's0', [], 'v1', { authors: [author], by })?.says.slice(0, 9) ?? 'may';
  expect(written('author/head', 'author')).toBe('这一稿是你写的，不');
  expect(written('head', 'author/head')).toBe('这一稿是你的代理人');
  expect(written('deputy/head', 'head')).toBe('这一稿是你代理的人');
  expect(written('deputy/head', 'other/head')).toBe('这一稿是你代理的人');
  expect(written('deputy/head', 'author')).toBe('may');
  expect(written('head', 'author')).toBe('may');
  expect(may('s1', [mark('s0', 'a/head')], 'a')).toBe('REV-2');
  expect(may('s1', [mark('s0', 'a/head')], 'head')).toBe('REV-2');
  expect(may('s1', [mark('s0', 'a')], 'b/a')).toBe('REV-2');
  expect(may('s1', [mark('s0', 'a/head')], 'b')).toBe('may');
  expect(may('s2', [mark('s0', 'a/head'), mark('s1', 'b')], 'a')).toBe('may');
});

it('REV-3 another content begins the chain anew', () => {
  const marks = [mark('s0', 'a'), mark('s1', 'b')];
  expect(standingMarks(CHAIN, marks, 'v1')).toHaveLength(2);
  expect(standingMarks(CHAIN, marks, 'v2')).toEqual([]);
  expect(awaitedStep(CHAIN, marks, 'v2')?.name).toBe('s0');
});

it('a step of another chain is a fault', () =>
  expect(() => refuseStep(CHAIN, 's9', [], 'v1', { authors: ['a'], by: 'b' })).toThrow('no step s9'));

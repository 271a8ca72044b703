import { expect, it } from 'vitest';
import { mostSimilar } from './similar.ts';

const OTHERS = [
  ['road', '申请公开青石路改造工程的批准文件'],
  ['school', '申请公开城南小学扩建项目的规划许可'],
  ['roads', '请提供青石路改造工程施工合同和批准文件'],
  ['all', '申请公开全部文件'],
  ['long', `申请公开${'全县农村公路养护、水库除险、校舍加固、危房改造、雨污分流的资金拨付文件'.repeat(3)}和青石路`],
].map(([id, wanted]) => ({ id: id!, wanted: wanted! }));

it('REQ-105 the nearest first; what everybody writes makes nothing alike', () => {
  expect(mostSimilar('青石路改造工程的批准文件', OTHERS, 5)).toEqual(['road', 'roads']);
  expect(mostSimilar('城南小学的规划许可证', OTHERS, 5)).toEqual(['school']);
  expect(mostSimilar('申请公开水费标准', OTHERS, 5)).toEqual([]);
});

it('REQ-105 no more than asked for, and nothing for a text without letters', () => {
  expect(mostSimilar('青石路改造工程的批准文件', OTHERS, 1)).toEqual(['road']);
  expect(mostSimilar('，。！', OTHERS, 5)).toEqual([]);
  expect(mostSimilar('青石路', [], 5)).toEqual([]);
});

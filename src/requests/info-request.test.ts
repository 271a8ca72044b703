import { expect, it } from 'vitest';
import { maskedName } from './info-request.ts';

it.each([
  ['张小满', 'natural', '张**'],
  ['张三', 'natural', '张*'],
  ['欧阳', 'natural', '欧*'],
  ['𠮷', 'natural', '𠮷*'],
  ['示范县建筑有限公司', 'commercial', '示范县建筑有限公司'],
] as const)('REQ-39 on lists %s (%s) reads %s', (name, kind, masked) => expect(maskedName(name, kind)).toBe(masked));

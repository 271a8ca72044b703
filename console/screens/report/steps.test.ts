import { describe, expect, it } from 'vitest';
import type { FindingView } from '../../../src/desk/contract.ts';
import { STEPS } from './steps.ts';

const finding = (severity: FindingView['severity']): FindingView => ({
  ...{ code: 'T3_ROW', severity, where: '/table3/rows/1/6', says: '', basis: '', advice: '', left: 1, right: 2 },
});

describe('the steps of a report', () => {
  it('ANR-4 freezing asks for a reason only when figures contradict themselves', () => {
    expect(STEPS.freeze.ask({ findings: [] })).toBeNull();
    expect(STEPS.freeze.ask({ findings: [finding('warning'), finding('hint')] })).toBeNull();
    expect(STEPS.freeze.ask({ findings: [finding('hint'), finding('error')] })).toBe('带着错误定稿的理由');
    expect(STEPS.freeze.act('', 'a')).toEqual({ verb: 'freeze', seen: 'a' });
    expect(STEPS.freeze.act('上年报告有误', 'a')).toEqual({ verb: 'freeze', seen: 'a', waiver: '上年报告有误' });
  });

  it('ANR-5 what undoes or corrects always says why', () => {
    for (const verb of ['reopen', 'letPass', 'correct'] as const)
      expect(STEPS[verb].ask({ findings: [] })).not.toBeNull();
    expect(STEPS.correct.act('笔误', 'a')).toEqual({ verb: 'correct', note: '笔误' });
    expect(STEPS.letPass.act('没有错', 'a')).toEqual({ verb: 'letPass', seen: 'a', reason: '没有错' });
    expect(STEPS.reopen.act('漏报', 'a')).toEqual({ verb: 'reopen', reason: '漏报' });
  });
});

import { describe, expect, it } from 'vitest';
import { penaltyFaults } from './penalty-faults.ts';

const told = (shown: Record<string, string>) =>
  penaltyFaults(3, shown).map(({ where, says, advice }) => `${where} ${says}：${advice}`);

describe('a penalty', () => {
  it.each([
    [{ CF_CFLB: '罚款', CF_NR: '罚款 5000 元', CF_NR_FK: '0.5' }],
    [{ CF_CFLB: '警告', CF_NR: '警告' }],
    [{ CF_CFLB: '吊销许可证件', CF_NR: '吊销食品经营许可证', CF_NR_ZKDX: '食品经营许可证 JY1' }],
    [{ CF_CFLB: '罚款', CF_NR: '罚款 1 万元，没收违法所得 1 元', CF_NR_FK: '1', CF_NR_WFFF: '0.0001' }],
    [{ CF_CFLB: '罚款', CF_NR: '罚款人民币贰仟元整', CF_NR_FK: '0.2' }],
  ])('ENF-11 %j is sound', (shown) => {
    expect(told(shown as Record<string, string>)).toEqual([]);
  });

  it('ENF-11 whose kind asks for an amount or a licence names the empty column', () => {
    expect(told({ CF_CFLB: '警告；罚款', CF_NR: '警告，罚款' })).toEqual([
      '第 3 行“罚款金额（万元）” 处罚类别是“警告；罚款”，没有填写：请填写罚款金额（万元）；没有这一项处罚的，改正处罚类别。',
    ]);
    expect(told({ CF_CFLB: '暂扣许可证', CF_NR: '暂扣' })[0]).toContain('暂扣或吊销证照名称及编号');
  });

  it('ENF-11 with 元 in a column of 万元 is told what to write', () => {
    expect(told({ CF_CFLB: '罚款', CF_NR: '罚款人民币 5,000.00 元', CF_NR_FK: '5000' })).toEqual([
      '第 3 行“罚款金额（万元）” 处罚内容写的是 5000 元，这里是 5000 万元：这一列以万元计：5000 元写 0.5。',
    ]);
    expect(told({ CF_CFLB: '没收违法所得', CF_NR: '没收违法所得36元', CF_NR_WFFF: '36' })[0]).toContain(
      '36 元写 0.0036',
    );
  });
});

import { describe, expect, it } from 'vitest';
import type { Agency } from '../../people/agency.ts';
import { civil } from '../../statute/civil-date.ts';
import type { ReadDecision } from './registered-decision.ts';
import { ofOthers } from './whose-decisions.ts';

const AGENCIES = [
  { id: 'roads', name: '交通运输局', ended: { on: civil('2026-06-30'), successors: ['housing'] } },
  { id: 'housing', name: '住房和城乡建设局' },
] as unknown as readonly Agency[];

const told = (agencyId: string, by: string, day: string) =>
  ofOthers(
    [{ at: 2, shown: { XK_XKJG: by }, decidedOn: civil(day) } as unknown as ReadDecision],
    'licensing',
    agencyId,
    AGENCIES,
  ).map(({ where, says, advice }) => `${where} ${says}：${advice}`);

describe('ENF-11 whose decisions', () => {
  it('those of another agency of the county are registered with it', () => {
    expect(told('housing', '交通运输局', '2026-03-02')).toEqual([
      '第 2 行“许可机关” 是“交通运输局”，这次登记在“住房和城乡建设局”名下：请换到作出决定的机关再上传，或者改正这一格。',
    ]);
    expect(told('housing', '住房城乡建设局', '2026-03-02')).toEqual([]);
  });

  it('an agency that has ended decides no more from the day on which it ended; who continues its functions is named', () => {
    expect(told('roads', '交通运输局', '2026-06-29')).toEqual([]);
    expect(told('roads', '交通运输局', '2026-06-30')).toEqual([
      '第 2 行“许可决定日期” “交通运输局”自2026年6月30日起撤销，不能再作出决定：职能由“住房和城乡建设局”承继，请换到它的名下上传，或者核对日期。',
    ]);
  });
});

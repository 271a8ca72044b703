/** 许可、处罚、收费 of the year, month by month and agency by agency: 13,704 licences, 486 penalties, 88.78248 万元. */

import type { DecisionCount } from '../src/enforcement/decision-count.ts';
import type { RegisterKindName } from '../src/enforcement/register-kinds.ts';
import { enforcementStairs } from '../src/enforcement/store/counts.ts';
import { SYSTEM } from '../src/people/actor.ts';
import { civil } from '../src/statute/civil-date.ts';
import { type Act, momentOf } from './replay.ts';

interface Yearly {
  readonly agencyId: string;
  readonly kind: RegisterKindName;
  readonly charge: string;
  /** Decisions of the year; for fees 分. */
  readonly amount: number;
}

const YEARLY: readonly Yearly[] = [
  { agencyId: 'market', kind: 'licensing', charge: '', amount: 7_916 },
  { agencyId: 'transport', kind: 'licensing', charge: '', amount: 2_304 },
  { agencyId: 'health', kind: 'licensing', charge: '', amount: 1_183 },
  { agencyId: 'resources', kind: 'licensing', charge: '', amount: 942 },
  { agencyId: 'housing', kind: 'licensing', charge: '', amount: 587 },
  { agencyId: 'civil-affairs', kind: 'licensing', charge: '', amount: 431 },
  { agencyId: 'education', kind: 'licensing', charge: '', amount: 341 },
  { agencyId: 'market', kind: 'punishment', charge: '', amount: 203 },
  { agencyId: 'transport', kind: 'punishment', charge: '', amount: 168 },
  { agencyId: 'resources', kind: 'punishment', charge: '', amount: 61 },
  { agencyId: 'agriculture', kind: 'punishment', charge: '', amount: 54 },
  { agencyId: 'resources', kind: 'fee', charge: '不动产登记费', amount: 41_260_000 },
  { agencyId: 'housing', kind: 'fee', charge: '城镇垃圾处理费', amount: 29_875_480 },
  { agencyId: 'health', kind: 'fee', charge: '医疗事故鉴定费', amount: 1_247_000 },
  { agencyId: 'transport', kind: 'fee', charge: '城市道路占用费', amount: 16_400_000 },
];

/**
 * Each agency enters a month in the first days of the next; December on its last day.
 * @param percent of the decisions of the year that is told
 */
export function decisionActs(year = 2024, percent = 100): Act[] {
  return Array.from({ length: 12 }, (_, i) => i + 1).flatMap((month) => {
    const day = month === 12 ? `${year}-12-31` : `${year}-${String(month + 1).padStart(2, '0')}-03`;
    const agencies = [...new Set(YEARLY.map(({ agencyId }) => agencyId))];
    return agencies.map((agencyId, n) => ({
      at: momentOf(day, 17 * 60 + n),
      run: async (stage) => {
        const counts = YEARLY.filter((yearly) => yearly.agencyId === agencyId).map((yearly) =>
          ofMonth({ ...yearly, amount: Math.round((yearly.amount * percent) / 100) }, year, month),
        );
        await stage.perform(enforcementStairs, SYSTEM, { verb: 'recordCounts', agencyId, counts });
      },
    })) satisfies Act[];
  });
}

/** A twelfth, and what does not divide in December. */
function ofMonth({ kind, charge, amount }: Yearly, year: number, month: number): DecisionCount {
  const each = Math.floor(amount / 12);
  return {
    kind,
    charge,
    month: civil(`${year}-${String(month).padStart(2, '0')}-01`),
    amount: month === 12 ? amount - each * 11 : each,
  };
}

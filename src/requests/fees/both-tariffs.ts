/**
 * 两种标准 [FEE-8]. 国办函〔2020〕109号第三条：对每件申请可以选择其中一种标准，不得同时按照两种标准重复计算. Both are reckoned, so that the agency chooses
 * knowing what the other would be; the product never takes the larger by itself.
 */
import { type FeeReckoning, feeFor } from '../../statute/fee-tariff.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';

export interface FeeGrounds {
  /** 当月第几件; null while nobody has counted. */
  readonly place: number | null;
  /** 拆分成几件; 1 for what is not split. */
  readonly units: number;
  /** 提供的页数; null while they are not known. */
  readonly pages: number | null;
}

export interface BothTariffs {
  readonly items: FeeReckoning | null;
  readonly pages: FeeReckoning | null;
}

export function bothTariffs({ place, units, pages }: FeeGrounds): BothTariffs | Refusal {
  const items = place === null ? null : feeByItems(place, units);
  if (items && isRefusal(items)) return items;
  const byPages = pages === null ? null : feeFor('pages', pages);
  if (byPages && isRefusal(byPages)) return byPages;
  return { items, pages: byPages };
}

/** 按件: of one application, the price of the place it took in its month; of one that is split, those of the places of its parts. */
export function feeByItems(place: number, units = 1): FeeReckoning | Refusal {
  return feeFor('items', place + units - 1, Math.max(0, place - 1));
}

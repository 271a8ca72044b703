/** 来源单位 → 取的适配器: what each address is asked with. */
import { isRefusal, type Refusal } from '../../../statute/refusal.ts';
import type { Source } from '../../sharing/source.ts';
import { callingOf, type Ground } from '../adapters.ts';
import { httpOffers } from './http-offers.ts';
import type { OfferAdapter } from './offer-adapter.ts';

export type OpenOffers = (source: Source) => OfferAdapter | Refusal;

/** @param source one that has an address to take from */
export function openOffers({ takeFrom, keyId, secretFile }: Source, ground: Ground): OfferAdapter | Refusal {
  const calling = callingOf({ address: takeFrom!, keyId, secretFile }, ground);
  return isRefusal(calling) ? calling : httpOffers(calling);
}

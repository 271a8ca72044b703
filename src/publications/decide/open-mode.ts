/** 公开属性源头认定 [PUB-47]: what is not to be public says why, from the first draft on (国办发〔2016〕80号). */
import { type Refusal, refuse } from '../../statute/refusal.ts';
import type { Particulars } from '../particulars.ts';

export function refuseUnreasoned({ openMode, openModeReason }: Particulars): Refusal | undefined {
  if (openMode === 'proactive' || openModeReason !== null) return undefined;
  const says = '公开属性不是“主动公开”的，要依法依规说明理由。请写明依据哪一条、为什么。';
  return refuse('PUB-47', '国办发〔2016〕80号', says);
}

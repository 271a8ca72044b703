/** 到期失效: records what the dates already say, so that the trace and the page follow [PUB-10]. */
import type { Decision, Scene } from '../../perform.ts';
import { art } from '../../statute/articles.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import type { Document } from '../document.ts';
import { documentOf, type Loaded } from '../loaded.ts';
import { endsOn } from '../normative.ts';

const BASIS = art(20, { item: 1 });

export function expire(loaded: Loaded, scene: Scene): Decision<Document> | Refusal {
  const document = documentOf(loaded);
  const { expiresOn } = document.live!.particulars;
  const on = endsOn({ ending: null, expiresOn });
  if (document.ending) return refuse('ALREADY_ENDED', BASIS, '该文件已经停止有效，不必重复登记。');
  if (on === null || on > scene.today) return refuse('STILL_VALID', BASIS, '该文件的有效期还没有届满。');
  const ending = { how: 'expired', on, by: `有效期至${expiresOn}` } as const;
  return {
    next: { ...document, ending },
    entry: { verb: 'expired', subject: document.id, agencyId: document.agencyId, basis: BASIS, content: ending },
  };
}

/** 废止、宣布失效: ends the force of a document on a day; it stays readable and says so [PUB-9]. */
import type { Decision } from '../../perform.ts';
import { art } from '../../statute/articles.ts';
import { inProse } from '../../statute/civil-date.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import type { Repeal } from '../commands.ts';
import type { Document } from '../document.ts';
import { documentOf, type Loaded } from '../loaded.ts';
import { ENDING_KINDS, endsOn } from '../normative.ts';

const BASIS = art(20, { item: 1 });

export function repeal(loaded: Loaded, command: Repeal): Decision<Document> | Refusal {
  const document = documentOf(loaded);
  const { writtenOn, expiresOn } = document.live!.particulars;
  const by = command.by.trim();
  if (by === '') return refuse('REASON_MISSING', BASIS, '请写明依据哪份文件废止或宣布失效（标题或者发文字号）。');
  if (document.ending) {
    const says = `该文件已于 ${inProse(document.ending.on)} ${ENDING_KINDS[document.ending.how].term}，不必重复登记。`;
    return refuse('ALREADY_ENDED', BASIS, says);
  }
  if (command.on <= writtenOn) {
    return refuse('PUB-10', BASIS, `废止日期要晚于成文日期（${inProse(writtenOn)}）。请核对年份。`);
  }
  const lapse = endsOn({ ending: null, expiresOn });
  if (lapse && lapse <= command.on) {
    const says = `该文件有效期届满，自 ${inProse(lapse)} 起已经失效，不再需要废止。`;
    return refuse('ALREADY_ENDED', BASIS, says);
  }
  const ending = { how: command.how, on: command.on, by };
  return {
    next: { ...document, ending },
    entry: { verb: 'repealed', subject: document.id, agencyId: document.agencyId, basis: BASIS, content: ending },
  };
}

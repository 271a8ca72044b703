/** 调整栏目: where the document stands changes, what it counts does not [PUB-12]. */
import type { Decision } from '../../perform.ts';
import { art } from '../../statute/articles.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import { sectionOf } from '../columns.ts';
import type { PlaceInColumn } from '../commands.ts';
import type { Document } from '../document.ts';
import { documentOf, type Loaded } from '../loaded.ts';
import { refuseUnknown } from './pointers.ts';

export function placeInColumn(loaded: Loaded, command: PlaceInColumn): Decision<Document> | Refusal {
  const document = documentOf(loaded);
  const refusal = refuseUnknown(loaded, command.columns);
  if (refusal) return refusal;
  const columns = [...new Set(command.columns)];
  if (document.state === 'published' && columns.every((key) => sectionOf(key) === 'special')) {
    const says = '已发布的信息至少要留在一个主栏目（政务动态、概况信息或信息公开目录）；专栏只是另一个入口。';
    return refuse('PUB-17', art(12), says);
  }
  return {
    next: { ...document, columns },
    entry: {
      verb: 'placed',
      subject: document.id,
      agencyId: document.agencyId,
      basis: art(12),
      content: { from: document.columns, to: columns },
    },
  };
}

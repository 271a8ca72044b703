/** [REV-26] 四眼: whoever let a find stand does not let the text out alone; another looks at it on its way, or lets it out. */
import { sharePerson } from '../../people/hand.ts';
import type { Scene } from '../../perform.ts';
import { type Refusal, refuse } from '../../statute/refusal.ts';
import { findingsOf } from '../content-checks.ts';
import type { Edition } from '../edition.ts';
import type { Loaded } from '../loaded.ts';

export function refuseOwnClearing(
  { document, words }: Pick<Loaded, 'document' | 'words'>,
  edition: Edition,
  { actor }: Pick<Scene, 'actor'>,
): Refusal | undefined {
  const { marks } = document!;
  const there = new Set(findingsOf({ marks: [] }, edition, words).map(({ key }) => key));
  const own = marks.filter(
    (mark) => mark.type === 'cleared' && there.has(mark.finding) && sharePerson(mark.by, actor.id),
  );
  const seenByOther = marks.some(
    ({ type, by, edition: of }) => type === 'passed' && of === edition.hash && !sharePerson(by, actor.id),
  );
  if (own.length === 0 || seenByOther) return undefined;
  return refuse(
    'REV-26',
    '先审后发制度',
    `这一稿有 ${own.length} 处是你判定保留的，又没有别人审过，不能由你一个人判定又发布。请由另一位发布人发布，或者由别人判定。`,
  );
}

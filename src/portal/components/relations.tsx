/** 相关文件: 解读 ↔ 文件, 修改, 废止, as a small timeline from both ends. */
import type { PublicDocument, PublicRelation } from '../../publications/public-view.ts';
import { RELATION_KINDS } from '../../publications/relations.ts';

export function Relations({ document }: { readonly document: PublicDocument }): JSX.Element {
  if (document.relations.length === 0) return '';
  const knots = [
    ...document.relations.map((relation) => ({ on: relation.document.publishedOn, relation })),
    { on: document.publishedOn, relation: undefined },
  ].sort((a, b) => a.on.localeCompare(b.on));
  return (
    <section>
      <h2>相关文件</h2>
      <ul class="timeline">
        {knots.map(({ on, relation }) => (
          <li class={relation ? undefined : 'here'}>
            <time class="small soft" datetime={on} safe>
              {on}
            </time>
            <br />
            {relation ? (
              <>
                <span class="small soft" safe>{`${termOf(relation)}：`}</span>
                <a href={`/documents/${relation.document.id}`} safe>
                  {relation.document.title}
                </a>
              </>
            ) : (
              <span>本文件</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function termOf({ kind, direction }: PublicRelation): string {
  return direction === 'from' ? RELATION_KINDS[kind].term : RELATION_KINDS[kind].inverse;
}

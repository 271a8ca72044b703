/** 更正待公示 [ENF-19]: what is shown and what is to take its place, field by field, for who has to look at it. */
import type { DecisionLine } from '../../../src/desk/contract.ts';

export function CorrectionNote({
  correction: { fields },
}: {
  readonly correction: NonNullable<DecisionLine['correction']>;
}) {
  return (
    <details className="correction">
      <summary>更正待公示：{fields.map(({ term }) => term).join('、')}</summary>
      <dl>
        {fields.map(({ term, before, after }) => (
          <div key={term}>
            <dt>{term}</dt>
            {before === null ? (
              <dd className="soft">有变动，只上报，不显示</dd>
            ) : (
              <>
                <dd>
                  <del>{before || '（空）'}</del>
                </dd>
                <dd>
                  <ins>{after || '（空）'}</ins>
                </dd>
              </>
            )}
          </div>
        ))}
      </dl>
      <p className="soft">公示以前，公众看到的还是原来的。</p>
    </details>
  );
}

/** 答复稿 as whoever signs or sends it must read it: outcome, grounds, text, and the remedies it will point to. */
import type { Stage } from './acts/act-fields.ts';

export function DraftShown({ stage: { file, words } }: { readonly stage: Stage }) {
  const { draft, line } = file;
  if (!draft) return null;
  const outcome = words.outcomes.find(({ name }) => name === draft.outcome);
  const grounds = outcome?.grounds.filter(({ name }) => draft.grounds[name]) ?? [];
  return (
    <section className="card draft-shown" aria-labelledby="draft-shown">
      <h2 id="draft-shown">{line.closedOn === null ? '答复稿' : '答复书'}</h2>
      <dl>
        <dt>处理结果</dt>
        <dd>
          {outcome?.term ?? draft.outcome}
          {outcome && <span className="basis">{outcome.basis}</span>}
        </dd>
        {grounds.map(({ name, term }) => (
          <div key={name}>
            <dt>{term}</dt>
            <dd>{draft.grounds[name]}</dd>
          </div>
        ))}
        {outcome && (
          <>
            <dt>救济途径</dt>
            <dd>{outcome.remedy}</dd>
          </>
        )}
      </dl>
      <p className="letter">{draft.text}</p>
    </section>
  );
}

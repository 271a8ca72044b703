/** 答复稿 as whoever signs or sends it must read it: outcome, grounds, text, and the remedies it will point to. */
import type { OutcomeView } from '../../../src/desk/contract.ts';
import type { Stage } from './acts/act-field.ts';

export function DraftShown({ stage: { file, words } }: { readonly stage: Stage }) {
  const { draft, line } = file;
  if (!draft) return null;
  const viewOf = (name: string) => words.outcomes.find((one) => one.name === name);
  return (
    <section className="card draft-shown" aria-labelledby="draft-shown">
      <h2 id="draft-shown">{line.light === 'done' ? '答复书' : '答复稿'}</h2>
      {draft.parts.length > 0 ? (
        <>
          <p className="soft">
            年度报告按“{viewOf(draft.outcome)?.term ?? draft.outcome}”计。{draft.mainSays}
          </p>
          <ol className="draft-parts">
            {draft.parts.map(({ what, outcome, grounds }) => (
              <li key={what}>
                <p>{what}</p>
                <Answered name={outcome} outcome={viewOf(outcome)} grounds={grounds} />
              </li>
            ))}
          </ol>
        </>
      ) : (
        <Answered name={draft.outcome} outcome={viewOf(draft.outcome)} grounds={draft.grounds} />
      )}
      <p className="letter">{draft.text}</p>
    </section>
  );
}

interface AnsweredProps {
  readonly name: string;
  readonly outcome: OutcomeView | undefined;
  readonly grounds: Readonly<Record<string, string>>;
}

function Answered({ name, outcome, grounds }: AnsweredProps) {
  return (
    <dl>
      <dt>处理结果</dt>
      <dd>
        {outcome?.term ?? name}
        {outcome && <span className="basis">{outcome.basis}</span>}
      </dd>
      {outcome?.grounds
        .filter((ground) => grounds[ground.name])
        .map((ground) => (
          <div key={ground.name}>
            <dt>{ground.term}</dt>
            <dd>{grounds[ground.name]}</dd>
          </div>
        ))}
      {outcome && (
        <>
          <dt>救济途径</dt>
          <dd>{outcome.remedy}</dd>
        </>
      )}
    </dl>
  );
}

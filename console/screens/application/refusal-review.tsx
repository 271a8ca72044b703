/** 不予公开的评估审查: when the refusal is looked at again, and what was found each time. */
import type { ActVerb } from '../../../src/desk/contract.ts';
import { withWeekday } from '../../components/day.ts';
import type { Stage } from './acts/act-field.ts';
import './proactive.css';
import { toStep } from './to-step.ts';

interface RefusalReviewProps {
  readonly stage: Stage;
  readonly onTurn: (verb: ActVerb) => void;
}

export function RefusalReview({ stage: { file }, onTurn }: RefusalReviewProps) {
  if (!file.refusalReview) return null;
  const { dueOn, late, reviews } = file.refusalReview;
  const step = file.verbs.find(({ verb, allowed }) => verb === 'reviewRefusal' && allowed);
  return (
    <section className="card proactive" aria-labelledby="refusal-review">
      <h2 id="refusal-review">不予公开的评估审查</h2>
      {dueOn === null ? (
        <p>经评估可以公开，不再评估。</p>
      ) : (
        <p className={late ? 'pressing' : undefined}>
          {late ? '应当在' : '下次评估：'}
          {withWeekday(dueOn)}
          {late && '以前评估，已经超期'}（《条例》第十八条）
        </p>
      )}
      {reviews.length > 0 && (
        <ul className="same">
          {reviews.map(({ n, on, verdict, until, why, by }) => (
            <li key={n}>
              {on}，{by}：{verdict}
              {until && `，下次评估 ${until}`}。{why}
            </li>
          ))}
        </ul>
      )}
      {step && (
        <button type="button" className="step-button" onClick={() => toStep('reviewRefusal', onTurn)}>
          {step.term}
        </button>
      )}
    </section>
  );
}

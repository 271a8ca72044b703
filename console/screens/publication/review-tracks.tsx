/** 三审三校: the steps of both tracks from top to bottom: taken by whom and when, awaited from whom, still ahead. */
import type { PublicationView, ReviewStepView } from '../../../src/desk/contract.ts';
import { momentOf } from '../../components/day.ts';

export function ReviewTracks({ view: { review, inReview } }: { readonly view: PublicationView }) {
  if (!review) return null;
  return (
    <section className="card tracks" aria-labelledby="tracks">
      <h2 id="tracks">审校</h2>
      {review.tracks.length === 0 ? (
        <p>按审校规则，由拟稿人以外的发布人看过后直接发布。</p>
      ) : (
        <>
          <p className="soft">{review.owed ? '紧急发布，待补审' : review.state}</p>
          {review.tracks.map(({ term, steps }) => (
            <div key={term}>
              <h3>{term}</h3>
              <ol>
                {steps.map((step) => (
                  <Step key={step.name} step={step} />
                ))}
              </ol>
            </div>
          ))}
        </>
      )}
      {inReview && (
        <details>
          <summary>审的是哪一稿</summary>
          <p className="soft">稿件改一个字，这个摘要值（SM3）就不同，审过的作废。</p>
          <p className="hash">{inReview}</p>
        </details>
      )}
    </section>
  );
}

const WORDS = { passed: '已通过', awaited: '等待', ahead: '未到' } as const;

function Step({ step }: { readonly step: ReviewStepView }) {
  return (
    <li className={`track-step ${step.state}`}>
      <p>
        <strong>{step.term}</strong>
        <span className="track-state">{WORDS[step.state]}</span>
      </p>
      <p className="soft">
        {step.by}
        {step.at && <time dateTime={step.at}> {momentOf(step.at)}</time>}
      </p>
      {step.opinion !== '' && <p className="track-opinion">{step.opinion}</p>}
      {step.state === 'awaited' && !step.mine && step.why && <p className="soft">{step.why}</p>}
    </li>
  );
}

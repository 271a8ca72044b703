/** 办结情况: of a file that is settled, how it ended; there is no step left to take. */
import type { CorrectionFileView } from '../../../src/desk/contract.ts';

export function Ended({ settled }: { readonly settled: NonNullable<CorrectionFileView['settled']> }) {
  return (
    <section className="card" aria-labelledby="settled">
      <h2 id="settled">办结情况</h2>
      <dl className="correction-ended">
        {settled.map(({ term, text }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

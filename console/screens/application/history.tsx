/** 办理经过: one line an act, the latest first; what was written opens in place, with its trace in the ledger. */
import type { HistoryLine } from '../../../src/desk/contract.ts';
import { dayOf, momentOf } from '../../components/day.ts';
import { Letters } from './letters.tsx';
import './history.css';

export function History({ id, lines }: { readonly id: string; readonly lines: readonly HistoryLine[] }) {
  return (
    <section className="card history" aria-labelledby="history">
      <h2 id="history">办理经过</h2>
      <ol>
        {[...lines]
          .sort((a, b) => b.n - a.n)
          .map((line) => (
            <li key={line.n}>
              <details>
                <summary>
                  <time dateTime={line.on}>{line.on}</time>
                  <span className="history-what">
                    {line.what}
                    {dayOf(line.recordedAt) > line.on && (
                      <span className="soft">（{dayOf(line.recordedAt)} 补记）</span>
                    )}
                  </span>
                  <span className="soft">{line.by}</span>
                </summary>
                <dl>
                  {line.particulars.map(({ term, text }) => (
                    <div key={term}>
                      <dt>{term}</dt>
                      <dd>{text}</dd>
                    </div>
                  ))}
                  <div>
                    <dt>登记时间</dt>
                    <dd>{momentOf(line.recordedAt)}</dd>
                  </div>
                  {line.ledger && (
                    <div>
                      <dt>留痕</dt>
                      <dd className="hash">
                        第 {line.ledger.seq} 条，{line.ledger.hash}
                      </dd>
                    </div>
                  )}
                </dl>
                <Letters id={id} line={line} />
              </details>
            </li>
          ))}
      </ol>
    </section>
  );
}

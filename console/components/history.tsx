/** 办理经过: one line an act, the latest first, with what was said and what came of it. */
import type { ReactNode } from 'react';
import './history.css';

interface Step {
  readonly n: number;
  readonly on: string;
  readonly what: string;
  readonly by: string;
  /** Words that were written with it, as they were written. */
  readonly says?: string;
}

interface HistoryProps<S extends Step> {
  readonly steps: readonly S[];
  /** What else stands under one. */
  readonly under?: (step: S) => ReactNode;
  /** After the last. */
  readonly children?: ReactNode;
}

export function History<S extends Step>({ steps, under, children }: HistoryProps<S>) {
  return (
    <section className="card acts-told" aria-labelledby="history">
      <h2 id="history">办理经过</h2>
      <ol>
        {[...steps].reverse().map((step) => (
          <li key={step.n}>
            <p className="act-head">
              <time dateTime={step.on}>{step.on}</time>
              <strong>{step.what}</strong>
              <span className="soft">{step.by}</span>
            </p>
            {step.says && <p className="act-words">{step.says}</p>}
            {under?.(step)}
          </li>
        ))}
      </ol>
      {children}
    </section>
  );
}

/** 一行: one thing that waits, with its light, its facts and its day; j and k find it. */
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Bits } from './bits.tsx';
import { DueDay } from './due-day.tsx';
import { Light } from './light.tsx';
import type { Standing } from './relative-day.ts';
import './waiting.css';

export interface WaitingLineProps {
  /** Where it has a clock of its own. */
  readonly standing?: Standing;
  readonly to: string;
  readonly what: string;
  readonly bits: readonly (string | null)[];
  /** Below the facts: what presses, what comes next. */
  readonly note?: ReactNode;
  /** Beside the day: what can be done. */
  readonly children?: ReactNode;
}

export function WaitingLine({ standing, to, what, bits, note, children }: WaitingLineProps) {
  return (
    <li className="inbox-line" data-row>
      {standing && <Light light={standing.light} />}
      <div className="inbox-what">
        <Link href={to}>{what}</Link>
        <Bits of={bits} />
        {note}
      </div>
      {standing && <DueDay {...standing} />}
      {children}
    </li>
  );
}

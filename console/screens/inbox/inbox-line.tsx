/** One thing that waits: light, what, for whom, due, the next step as a button, and who stands behind it. */
import { Link } from 'wouter';
import type { InboxRow } from '../../../src/desk/contract.ts';
import { Bits } from '../../components/bits.tsx';
import { DueDay } from '../../components/due-day.tsx';
import { Light } from '../../components/light.tsx';

export interface InboxLineProps {
  readonly row: InboxRow;
  readonly mine: boolean;
}

export function InboxLine({ row, mine }: InboxLineProps) {
  return (
    <li className="inbox-line" data-row>
      <Light light={row.light} />
      <div className="inbox-what">
        <Link href={row.path}>{row.what}</Link>
        <Bits of={[row.number, row.forWhom, row.state]} />
      </div>
      <DueDay {...row} />
      <div className="inbox-step">
        {mine ? (
          <Link href={row.path} className="step-button" aria-label={`${row.step}：${row.what}`} tabIndex={-1}>
            {row.step}
          </Link>
        ) : (
          <p>{row.step}</p>
        )}
        <p className="soft">{mine && row.actingFor ? `代${row.actingFor}` : row.behind}</p>
      </div>
    </li>
  );
}

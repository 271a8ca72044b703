/** One thing that waits: light, what, for whom, due, the next step as a button, and who stands behind it. */
import { Link } from 'wouter';
import type { InboxRow } from '../../../src/desk/contract.ts';
import { WaitingLine } from '../../components/waiting-line.tsx';

export interface InboxLineProps {
  readonly row: InboxRow;
  readonly mine: boolean;
}

export function InboxLine({ row, mine }: InboxLineProps) {
  return (
    <WaitingLine standing={row} to={row.path} what={row.what} bits={[row.number, row.forWhom, row.state]}>
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
    </WaitingLine>
  );
}

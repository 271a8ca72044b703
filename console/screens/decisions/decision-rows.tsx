/** One decision a row: what it is, until when it is to be shown, and where it stands; a shown one can be taken back. */
import { useState } from 'react';
import type { DecisionLine, DecisionPage } from '../../../src/desk/contract.ts';
import { withWeekday } from '../../components/day.ts';
import { CorrectionNote } from './correction-note.tsx';
import { WithdrawForm } from './withdraw-form.tsx';

export interface DecisionRowsProps {
  readonly view: DecisionPage;
  /** Ids of those chosen to be shown; null where nothing is chosen here. */
  readonly chosen: readonly string[] | null;
  readonly onChoose: (id: string, on: boolean) => void;
  readonly onDone: () => unknown;
}

export function DecisionRows({ view: { lines, shows }, chosen, onChoose, onDone }: DecisionRowsProps) {
  const [taking, setTaking] = useState<string | null>(null);
  const mayTake = (line: DecisionLine) =>
    line.state === 'published' && shows.some(({ name }) => name === line.agencyId);
  return (
    <div className="card table-card">
      <table className="rows">
        <thead>
          <tr>
            {chosen && <th scope="col">选择</th>}
            <th scope="col">行政相对人</th>
            <th scope="col">文书号</th>
            <th scope="col">决定日期</th>
            <th scope="col">状态</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id} className="row">
              {chosen && (
                <td>
                  {line.waits && (
                    <input
                      type="checkbox"
                      checked={chosen.includes(line.id)}
                      aria-label={`选择${line.number}`}
                      onChange={({ target }) => onChoose(line.id, target.checked)}
                    />
                  )}
                </td>
              )}
              <th scope="row">
                {line.subject}
                <span className="soft agency-name">{line.agency}</span>
              </th>
              <td>{line.number}</td>
              <td className="figures">
                <time dateTime={line.decidedOn}>{line.decidedOn}</time>
              </td>
              <td>
                {line.stateTerm}
                {line.state === 'registered' && line.waits && (
                  <span className={line.late ? 'field-wrong' : 'soft agency-name'}>
                    {line.late ? '已过公示期限' : '公示期限'} {withWeekday(line.publishBy)}
                  </span>
                )}
                {line.state === 'published' && line.shownUntil && (
                  <span className="soft agency-name">公示至 {line.shownUntil}</span>
                )}
                {line.correction && <CorrectionNote correction={line.correction} />}
                {line.withdrawnWhy && <span className="soft agency-name">{line.withdrawnWhy}</span>}
                {mayTake(line) && taking !== line.id && (
                  <button type="button" className="take-back" onClick={() => setTaking(line.id)}>
                    撤回……
                  </button>
                )}
                {taking === line.id && (
                  <WithdrawForm
                    line={line}
                    onLeave={() => setTaking(null)}
                    onDone={() => {
                      setTaking(null);
                      return onDone();
                    }}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

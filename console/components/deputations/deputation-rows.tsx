/** 代理: who stands in for whom, until when, and the way to end it early. */
import type { DeputationLine } from '../../../src/desk/contract.ts';
import '../table.css';

export interface DeputationRowsProps {
  readonly caption: string;
  readonly lines: readonly DeputationLine[];
  readonly pending: boolean;
  readonly onEnd: (line: DeputationLine) => void;
}

export function DeputationRows({ caption, lines, pending, onEnd }: DeputationRowsProps) {
  return (
    <div className="card table-card deputations">
      <table className="rows">
        <caption className="heard">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">代理人</th>
            <th scope="col">岗位</th>
            <th scope="col">期间</th>
            <th scope="col">事由</th>
            <th scope="col">状态</th>
            <th scope="col">办理</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id} className="row">
              <th scope="row">
                {line.deputy}代{line.principal}
              </th>
              <td>{line.roles.join('、')}</td>
              <td>
                <time dateTime={line.from}>{line.from}</time> 至 <time dateTime={line.to}>{line.to}</time>
              </td>
              <td>{line.reason}</td>
              <td className={line.open ? '' : 'soft'}>{line.state}</td>
              <td>
                {line.mayEnd && (
                  <button type="button" className="step-button" disabled={pending} onClick={() => onEnd(line)}>
                    提前结束
                    <span className="heard">
                      {line.deputy}代{line.principal}
                    </span>
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

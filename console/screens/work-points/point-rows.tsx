/** The points of a year, by the headings of the list. */
import { Link } from 'wouter';
import type { WorkPointLine } from '../../../src/desk/contract.ts';
import { DueDay } from '../../components/due-day.tsx';
import '../../components/table.css';

export function PointRows({ lines }: { readonly lines: readonly WorkPointLine[] }) {
  const headings = [...new Set(lines.map(({ heading }) => heading))];
  return headings.map((heading) => (
    <section key={heading} className="point-part" aria-label={heading || '工作要点'}>
      {heading !== '' && <h2>{heading}</h2>}
      <div className="card table-card">
        <table className="rows">
          <thead>
            <tr>
              <th scope="col">序号</th>
              <th scope="col">工作要点</th>
              <th scope="col">责任单位</th>
              <th scope="col">时限</th>
              <th scope="col">状态</th>
            </tr>
          </thead>
          <tbody>
            {lines
              .filter((line) => line.heading === heading)
              .map((line) => (
                <Row key={line.id} line={line} />
              ))}
          </tbody>
        </table>
      </div>
    </section>
  ));
}

function Row({ line }: { readonly line: WorkPointLine }) {
  const withdrawn = line.withdrawnBecause !== null;
  return (
    <tr className="row" data-row data-point={withdrawn ? 'withdrawn' : line.standing}>
      <td className="number">{line.number}</td>
      <th scope="row">
        <Link href={`/work-points/${line.id}`}>{line.title}</Link>
        <span className="soft">{line.basis}</span>
      </th>
      <td>{line.owner}</td>
      <td>{line.doneOn || withdrawn ? <time dateTime={line.dueOn}>{line.dueOn}</time> : <DueDay {...line} />}</td>
      <td>
        <span className="point-standing" data-standing={withdrawn ? undefined : line.standing}>
          {line.term}
        </span>
        {line.doneOn && <span className="soft">{line.doneOn}</span>}
        {line.doneOn && line.daysLate > 0 && <span className="field-wrong">{`晚 ${line.daysLate} 天`}</span>}
        {!line.doneOn && line.proofs > 0 && <span className="soft">{`佐证 ${line.proofs} 件`}</span>}
      </td>
    </tr>
  );
}

/** The faults of a refused sheet, row by row, so that all are corrected at once. */
import type { Issue } from '../../../src/desk/contract.ts';
import { faultsOf } from './faults.ts';
import '../table.css';

/** More than anybody corrects by hand; what is wrong in a thousand rows is wrong in one place. */
const SHOWN = 200;

/** @param isPart what is told above says how many there are in all */
export function FaultRows({
  issues,
  isPart = false,
}: {
  readonly issues: readonly Issue[];
  readonly isPart?: boolean;
}) {
  const faults = faultsOf(issues);
  return (
    <div className="faults">
      <h3 id="faults">{isPart ? `前 ${faults.length} 处` : `需要改正的 ${faults.length} 处`}</h3>
      <table className="rows" aria-labelledby="faults">
        <thead>
          <tr>
            <th scope="col">行</th>
            <th scope="col">列</th>
            <th scope="col">哪里不对</th>
            <th scope="col">怎样改</th>
          </tr>
        </thead>
        <tbody>
          {faults.slice(0, SHOWN).map(({ row, place, says, advice }) => (
            <tr key={`${row}/${place}/${says}`} className="row">
              <td className="figures">{row === null ? '—' : `第 ${row} 行`}</td>
              <td>{place || '整行'}</td>
              <td>{says}</td>
              <td>{advice}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {faults.length > SHOWN && (
        <p className="soft">
          还有 {faults.length - SHOWN} 处没有列出。同一种错误多半在同一列，改好以上各处再上传，会重新核对全表。
        </p>
      )}
    </div>
  );
}

/** 登记过的机构改革, the latest first: what was done, on what basis, and how much went over. */
import type { ReorganisationLine } from '../../../src/desk/contract.ts';
import '../../components/table.css';

export interface ReorganisationRowsProps {
  readonly lines: readonly ReorganisationLine[];
  readonly pending: boolean;
  readonly onCancel: (id: string) => void;
}

export function ReorganisationRows({ lines, pending, onCancel }: ReorganisationRowsProps) {
  return (
    <div className="card table-card reorganisation-rows">
      <table className="rows">
        <caption className="heard">登记过的机构改革</caption>
        <thead>
          <tr>
            <th scope="col">机关</th>
            <th scope="col">日期</th>
            <th scope="col">依据和事由</th>
            <th scope="col">状态</th>
            <th scope="col">移交</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id} className="row">
              <th scope="row">
                {line.kind === 'rename'
                  ? `“${line.about.join('、')}”更名为“${line.newName}”`
                  : `“${line.about.join('”、“')}”${line.kindTerm}，由“${line.successors.join('”、“')}”承继`}
              </th>
              <td>
                <time dateTime={line.on}>{line.on}</time>
              </td>
              <td>
                {line.basis}
                <span className="soft">{line.reason}</span>
              </td>
              <td>
                {line.stateTerm}
                <span className="soft">{line.by}登记</span>
                {line.held && <span className="field-wrong">到日没有实施：{line.held}</span>}
                {line.mayCancel && (
                  <button type="button" className="step-button" disabled={pending} onClick={() => onCancel(line.id)}>
                    取消
                    <span className="heard">
                      {line.about.join('、')}的{line.kindTerm}
                    </span>
                  </button>
                )}
              </td>
              <td>
                {line.handedOver.length > 0 ? (
                  line.handedOver.map(({ term, measure, count }) => `${term} ${count} ${measure}`).join('，')
                ) : (
                  <span className="soft">没有</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

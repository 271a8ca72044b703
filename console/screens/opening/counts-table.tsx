/** The months side by side; on a narrow screen the table moves within its frame and the kinds stay. */
import type { DecisionCountsView } from '../../../src/desk/contract.ts';
import { yearLines } from './year-lines.ts';

const MONTHS = Array.from({ length: 12 }, (_, index) => `${index + 1}月`);

export interface CountsTableProps {
  readonly lines: DecisionCountsView['lines'];
  readonly year: number;
}

export function CountsTable({ lines, year }: CountsTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
    <section className="card counts-frame" aria-label={`${year} 年各月的数量`} tabIndex={0}>
      <table className="counts">
        <thead>
          <tr>
            <th scope="col">类别</th>
            {MONTHS.map((month) => (
              <th key={month} scope="col">
                {month}
              </th>
            ))}
            <th scope="col">全年</th>
          </tr>
        </thead>
        <tbody>
          {yearLines(lines).map(({ agency, kind, charge, unit, months, total, differing }) => (
            <tr key={agency + kind + charge}>
              <th scope="row">
                {charge || kind}（{unit}）<span className="soft">{charge ? `${kind} · ${agency}` : agency}</span>
                {differing.length > 0 && (
                  <span className="field-wrong">
                    与登记册不同：{differing.join('；')}。报告按这里的数计入，请核对。
                  </span>
                )}
              </th>
              {MONTHS.map((month, at) => (
                <td key={month}>{months[at] || <span className="heard">没有登记</span>}</td>
              ))}
              <td className="counts-total">{total}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

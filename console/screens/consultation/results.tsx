/** 统计: each question with its bars and figures side by side. */
import type { ConsultationView } from '../../../src/desk/contract.ts';

export function Results({ file: { results, line } }: { readonly file: ConsultationView }) {
  return (
    <section className="card" aria-labelledby="results">
      <h2 id="results">统计（收到 {line.received} 份）</h2>
      {results.map(({ key, says, answered, average, tables }, at) => (
        <section key={key}>
          <h3>
            {at + 1}. {says}
          </h3>
          <p className="soft">
            {answered} 人回答{average === null ? '' : `，平均 ${average.toFixed(2)} 分`}
          </p>
          {tables.map(({ row, lines }) => (
            <table key={row} className="shares" aria-label={row || says}>
              {row && <caption>{row}</caption>}
              <tbody>
                {lines.map(({ option, n }) => {
                  const share = answered === 0 ? 0 : (100 * n) / answered;
                  return (
                    <tr key={option}>
                      <th scope="row">{option}</th>
                      <td className="number">{n}</td>
                      <td className="number">{share.toFixed(1)}%</td>
                      <td className="share">
                        <span style={{ width: `${share}%` }} />
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          ))}
        </section>
      ))}
    </section>
  );
}

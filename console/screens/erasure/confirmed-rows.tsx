import type { ErasureView } from '../../../src/desk/contract.ts';
import { momentOf } from '../../components/day.ts';

export function ConfirmedRows({ confirmed }: Pick<ErasureView, 'confirmed'>) {
  return (
    <section aria-label="已经确认的" className="erasure-list">
      <h2>已经确认的</h2>
      <div className="card table-card">
        <table className="rows">
          <caption className="heard">已经确认清除的案卷</caption>
          <thead>
            <tr>
              <th scope="col">登记号</th>
              <th scope="col">受理机关</th>
              <th scope="col">确认</th>
              <th scope="col">清除</th>
            </tr>
          </thead>
          <tbody>
            {confirmed.map(({ number, agency, by, at, erasedAt }) => (
              <tr key={`${agency} ${number}`} className="row">
                <th scope="row">{number}</th>
                <td>{agency}</td>
                <td>
                  {by} <time dateTime={at}>{momentOf(at)}</time>
                </td>
                <td>{erasedAt ? <time dateTime={erasedAt}>{momentOf(erasedAt)}</time> : '正在清除'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

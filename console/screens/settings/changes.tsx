/** 修改记录, newest first. */
import type { SettingsView } from '../../../src/desk/contract.ts';
import { momentOf } from '../../components/day.ts';
import { Empty } from '../../components/empty.tsx';
import '../../components/table.css';

export function Changes({ changes }: Pick<SettingsView, 'changes'>) {
  return (
    <section aria-labelledby="changes">
      <h2 id="changes" className="part-head">
        修改记录
      </h2>
      {changes.length === 0 ? (
        <Empty says="没有改过，各项都按默认口径。" />
      ) : (
        <div className="card table-card">
          <table className="rows">
            <thead>
              <tr>
                <th scope="col">口径</th>
                <th scope="col">改为</th>
                <th scope="col">依据</th>
                <th scope="col">谁改的</th>
                <th scope="col">时间</th>
              </tr>
            </thead>
            <tbody>
              {changes.map(({ term, to, why, by, at }) => (
                <tr key={at + term} className="row">
                  <th scope="row">{term}</th>
                  <td>{to}</td>
                  <td>{why}</td>
                  <td>{by}</td>
                  <td>
                    <time dateTime={at}>{momentOf(at)}</time>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

/** 对账的结果: what the other side lacked, held otherwise or too much; each was queued again. */
import type { ConnectionView } from '../../../src/desk/contract.ts';
import { momentOf } from '../../components/day.ts';

interface DifferencesProps {
  readonly differences: ConnectionView['differences'];
  readonly compared: ConnectionView['line']['compared'];
  readonly isTold: boolean;
}

export function Differences({ differences, compared, isTold }: DifferencesProps) {
  if (!isTold) return null;
  return (
    <section className="connection-part" aria-labelledby="compared">
      <h2 id="compared">最近一次对账</h2>
      {compared ? (
        <p>
          {momentOf(compared.at)}，本站 {compared.ours} 条，对方 {compared.theirs} 条
          {compared.underWay > 0 && `，在途 ${compared.underWay} 条`}，
          {compared.differences === 0 ? '没有差异。' : `差异 ${compared.differences} 条，已经补送。`}
          {!compared.told && '对方没有给持有清单，按它的回执对。'}
        </p>
      ) : (
        <p className="soft">还没有对过账。开通、修改以后和每天凌晨三点以后各对一次。</p>
      )}
      {differences.length > 0 && (
        <div className="card table-card">
          <table className="rows">
            <caption className="heard">差异</caption>
            <thead>
              <tr>
                <th scope="col">信息</th>
                <th scope="col">差异</th>
              </tr>
            </thead>
            <tbody>
              {differences.map(({ kind, id, title }) => (
                <tr key={id} className="row">
                  <th scope="row">
                    {title || '（本站没有公开的信息）'}
                    <span className="soft connection-way">{id}</span>
                  </th>
                  <td>{kind}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

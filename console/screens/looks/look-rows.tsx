import { Link } from 'wouter';
import type { LookLine } from '../../../src/desk/contract.ts';
import { momentOf } from '../../components/day.ts';

export function LookRows({ lines }: { readonly lines: readonly LookLine[] }) {
  return (
    <div className="card table-card">
      <table className="rows">
        <caption className="heard">查阅记录</caption>
        <thead>
          <tr>
            <th scope="col">人员</th>
            <th scope="col">时间</th>
            <th scope="col">事由</th>
            <th scope="col">申请</th>
            <th scope="col">受理机关</th>
            <th scope="col" className="number">
              留痕
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.seq} className="row">
              <th scope="row">{line.officer}</th>
              <td>
                <time dateTime={line.at}>{momentOf(line.at)}</time>
              </td>
              <td>{line.reason ?? '留痕里没有事由'}</td>
              <td>
                <Link href={`/requests/${line.requestId}`}>{line.number}</Link>
              </td>
              <td>{line.agency}</td>
              <td className="number">第 {line.seq} 条</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

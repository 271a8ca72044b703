/** 期限变动的申请, after the calendar or a setting was changed: by number, from which day to which. */
import type { MovedView } from '../../src/desk/contract.ts';
import './table.css';

export function MovedFiles({ moved }: { readonly moved: readonly MovedView[] }) {
  if (moved.length === 0) return null;
  return (
    <details className="card" open>
      <summary>期限改变的 {moved.length} 件申请</summary>
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">登记号</th>
            <th scope="col">原应答复日</th>
            <th scope="col">现应答复日</th>
          </tr>
        </thead>
        <tbody>
          {moved.map(({ number, from, to }) => (
            <tr key={number}>
              <th scope="row">{number}</th>
              <td>{from ?? '没有'}</td>
              <td>{to ?? '没有'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

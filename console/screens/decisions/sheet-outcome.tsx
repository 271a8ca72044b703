/** 登记的结果: how many, and each changed number with the fields it changes in. */
import type { DecisionsChecked } from '../../../src/desk/contract.ts';
import '../../components/table.css';

export function SheetOutcome({ outcome: { says, changes, changed, kept } }: { readonly outcome: DecisionsChecked }) {
  return (
    <div className="sheet-outcome" role="status">
      <p className="sheet-says">{says}</p>
      {changes.length > 0 && (
        <table className="rows" aria-label="变动的文书号">
          <thead>
            <tr>
              <th scope="col">文书号</th>
              <th scope="col">变动的栏目</th>
              <th scope="col">怎样处理</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ number, fields, how }) => (
              <tr key={number} className="row">
                <th scope="row">{number}</th>
                <td>{fields.join('、')}</td>
                <td>{how}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {changed > changes.length && (
        <p className="soft">还有 {changed - changes.length} 件没有列出，写入以后可以在登记记录里下载全部。</p>
      )}
      {kept.length > 0 && <p className="soft">已经撤回、没有改动的：{kept.join('、')}。</p>}
    </div>
  );
}

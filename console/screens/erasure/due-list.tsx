/** 一个机关到期的案卷: nothing is ticked beforehand, and what is ticked is asked about once more. */
import type { UseMutationResult } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { ErasureSent, ErasureView } from '../../../src/desk/contract.ts';
import { ProblemNote } from '../../components/problem-note.tsx';

type Due = ErasureView['agencies'][number];

export interface DueListProps extends Due {
  readonly confirm: UseMutationResult<ErasureView, Error, ErasureSent>;
}

export function DueList({ agency, kind, due, confirm }: DueListProps) {
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [asking, setAsking] = useState(false);
  // What was erased meanwhile is ticked no more.
  const chosen = due.filter(({ fileId }) => ticked.includes(fileId));
  const tick = (ids: readonly string[]) => {
    setTicked(ids);
    setAsking(false);
    confirm.reset();
  };
  const all = chosen.length === due.length;
  const send = () =>
    confirm.mutate(
      { agencyId: agency.name, kind: kind.name as ErasureSent['kind'], fileIds: chosen.map(({ fileId }) => fileId) },
      { onSuccess: () => tick([]) },
    );
  return (
    <section aria-label={`${agency.term}：${kind.term}`} className="erasure-list">
      <h2>
        {agency.term}
        <span className="soft">
          {' '}
          {kind.term} {due.length} 件到期
        </span>
      </h2>
      <div className="card table-card">
        <table className="rows">
          <caption className="heard">
            {agency.term}到期的{kind.term}
          </caption>
          <thead>
            <tr>
              <th scope="col">登记号</th>
              <th scope="col">办结</th>
              <th scope="col">保留到</th>
              <th scope="col" className="number">
                附件
              </th>
            </tr>
          </thead>
          <tbody>
            {due.map(({ fileId, number, closedOn, dueOn, files }) => (
              <tr key={fileId} className="row">
                <th scope="row">
                  <label className="erasure-tick">
                    <input
                      type="checkbox"
                      checked={ticked.includes(fileId)}
                      onChange={({ target }) =>
                        tick(target.checked ? [...ticked, fileId] : ticked.filter((id) => id !== fileId))
                      }
                    />
                    {number}
                  </label>
                </th>
                <td data-term="办结">
                  <time>{closedOn}</time>
                </td>
                <td data-term="保留到">
                  <time>{dueOn}</time>
                </td>
                <td className="number" data-term="附件">
                  {files} 个
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {asking && chosen.length > 0 ? (
        <div className="card erasure-ask" role="alert">
          <p>
            <strong>清除以后不能恢复。</strong>
            {chosen.length} 件{kind.term}的身份信息、交来的材料和送达凭证都会删除，查询码作废。是谁确认的，记入留痕。
          </p>
          <ProblemNote error={confirm.error} />
          <p className="head-buttons">
            <Button type="primary" danger loading={confirm.isPending} onClick={send}>
              确认清除这 {chosen.length} 件
            </Button>
            <Button onClick={() => setAsking(false)}>不清除，返回</Button>
          </p>
        </div>
      ) : (
        <p className="head-buttons">
          <Button onClick={() => tick(all ? [] : due.map(({ fileId }) => fileId))}>
            {all ? '一件都不选' : '全部勾选'}
          </Button>
          <Button type="primary" disabled={chosen.length === 0} onClick={() => setAsking(true)}>
            {chosen.length === 0 ? '先勾选要清除的' : `清除 ${chosen.length} 件的身份信息`}
          </Button>
        </p>
      )}
    </section>
  );
}

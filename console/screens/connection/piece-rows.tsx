/** 没有送到的和在途的: which, why not, and what can be done about it. */
import type { UseMutationResult } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { ConnectionActSent, ConnectionView } from '../../../src/desk/contract.ts';
import { momentOf } from '../../components/day.ts';
import { ReasonForm } from '../../components/reason-form.tsx';

type Pieces = ConnectionView['dead'];

interface DeadRowsProps {
  readonly pieces: Pieces;
  readonly total: number;
  readonly act: UseMutationResult<ConnectionView, Error, ConnectionActSent>;
}

export function DeadRows({ pieces, total, act }: DeadRowsProps) {
  const [leaving, setLeaving] = useState<string | null>(null);
  if (pieces.length === 0) return null;
  const chosen = pieces.find(({ id }) => id === leaving);
  return (
    <section className="connection-part" aria-labelledby="dead">
      <header className="connections-head">
        <h2 id="dead">没有送到</h2>
        <Button onClick={() => act.mutate({ verb: 'sendAllAgain' })}>全部再发一次</Button>
      </header>
      {total > pieces.length && (
        <p className="soft">
          共 {total} 条，列出最近的 {pieces.length} 条。原因相同的，改好设置以后“全部再发一次”。
        </p>
      )}
      {chosen && (
        <div className="card side-form">
          <h3>不再发送：{chosen.title}</h3>
          <ReasonForm
            label="理由"
            verb="不再发送"
            causes="例如“对方已经人工录入”。下次对账如果还有差异，会列出来。"
            error={act.error}
            pending={act.isPending}
            onSay={(why) =>
              act.mutate({ verb: 'giveUp', piece: chosen.id, why }, { onSuccess: () => setLeaving(null) })
            }
            onLeave={() => setLeaving(null)}
          />
        </div>
      )}
      <div className="card table-card">
        <table className="rows">
          <caption className="heard">没有送到的</caption>
          <thead>
            <tr>
              <th scope="col">信息</th>
              <th scope="col">最后一次</th>
              <th scope="col">原因</th>
              <th scope="col">办理</th>
            </tr>
          </thead>
          <tbody>
            {pieces.map(({ id, title, at, attempts, said }) => (
              <tr key={id} className="row">
                <th scope="row">{title}</th>
                <td>
                  <time dateTime={at}>{momentOf(at)}</time>
                  <span className="soft">试了{attempts}次</span>
                </td>
                <td>{said}</td>
                <td>
                  <span className="head-buttons">
                    <button
                      type="button"
                      className="step-button"
                      onClick={() => act.mutate({ verb: 'sendAgain', piece: id })}
                    >
                      再发一次<span className="heard">：{title}</span>
                    </button>
                    <button type="button" className="step-button" onClick={() => setLeaving(id)}>
                      不再发送<span className="heard">：{title}</span>
                    </button>
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

export function WaitingRows({ pieces, total }: { readonly pieces: Pieces; readonly total: number }) {
  if (pieces.length === 0) return null;
  return (
    <section className="connection-part" aria-labelledby="waiting">
      <h2 id="waiting">在途</h2>
      {total > pieces.length && (
        <p className="soft">
          共 {total} 条，列出最先要发的 {pieces.length} 条。
        </p>
      )}
      <div className="card table-card">
        <table className="rows">
          <caption className="heard">在途的</caption>
          <thead>
            <tr>
              <th scope="col">信息</th>
              <th scope="col">下次</th>
              <th scope="col">上次没有送到的原因</th>
            </tr>
          </thead>
          <tbody>
            {pieces.map(({ id, title, at, attempts, said }) => (
              <tr key={id} className="row">
                <th scope="row">{title}</th>
                <td>
                  <time dateTime={at}>{momentOf(at)}</time>
                  {attempts > 0 && <span className="soft">试了{attempts}次</span>}
                </td>
                <td>{said || <span className="soft">还没有试</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

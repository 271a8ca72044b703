/** 清单: everything that is open with whoever ends, kind by kind, with its day and to whom it would go. Nothing has been done yet. */
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import type { OrderSent, ReorganisationPreview, ReorganisationsView } from '../../../src/desk/contract.ts';
import { problemOf } from '../../api/call.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { MatterTable } from './matter-table.tsx';

export interface PreviewProps {
  readonly view: ReorganisationsView;
  readonly order: OrderSent;
  readonly shown: ReorganisationPreview;
  readonly error: unknown;
  readonly pending: boolean;
  readonly onAssign: (order: OrderSent) => void;
  readonly onAgain: () => void;
  readonly onCarryOut: () => void;
  readonly onBack: () => void;
}

export function Preview({ view, order, shown, error, pending, onAssign, onAgain, onCarryOut, onBack }: PreviewProps) {
  const nameOf = (id: string) => view.agencies.find(({ name }) => name === id)?.term ?? id;
  const successors = order.successors.map((id) => ({ name: id, term: nameOf(id) }));
  const changed = Boolean(error) && problemOf(error).code === 'ORG-9';
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  const about = order.about.map(nameOf).join('、');
  return (
    <section className="card reorganisation-preview" aria-labelledby="preview">
      <h2 id="preview" ref={head} tabIndex={-1}>
        {order.kind === 'rename'
          ? `“${about}”更名为“${order.newName}”`
          : `“${about}”撤销，由${successors.map(({ term }) => `“${term}”`).join('、')}承继`}
      </h2>
      <p className="soft">
        {order.on}，{order.basis}。还没有实施，看过下面的清单再办。
      </p>
      {shown.hints.length > 0 && (
        <ul className="hints">
          {shown.hints.map((says) => (
            <li key={says}>{says}</li>
          ))}
        </ul>
      )}
      {order.kind !== 'rename' && (
        <h3>{shown.total > 0 ? `移交 ${shown.total} 项` : '没有要移交的事项，只登记撤销和承继机关。'}</h3>
      )}
      {shown.groups.map((group) => (
        <MatterTable
          key={group.kind}
          {...{ group, successors, pending }}
          byKind={order.byKind.find(({ kind }) => kind === group.kind)?.to ?? ''}
          onKind={(to) =>
            onAssign({
              ...order,
              byKind: [
                ...order.byKind.filter(({ kind }) => kind !== group.kind),
                ...(to ? [{ kind: group.kind as never, to }] : []),
              ],
              singles: order.singles.filter(({ kind }) => kind !== group.kind),
            })
          }
          onSingle={(id, to) =>
            onAssign({
              ...order,
              singles: [
                ...order.singles.filter((one) => one.kind !== group.kind || one.id !== id),
                { kind: group.kind as never, id, to },
              ],
            })
          }
        />
      ))}
      <h3>不变的</h3>
      <ul className="stays">
        {shown.stays.map((says) => (
          <li key={says}>{says}</li>
        ))}
      </ul>
      <ProblemNote error={error}>
        {changed && (
          <p>
            <button type="button" className="step-button" onClick={onAgain}>
              重新生成清单
            </button>
          </p>
        )}
      </ProblemNote>
      <p className="head-buttons">
        <Button type="primary" loading={pending} onClick={onCarryOut}>
          {shown.now ? verbOf(order, shown.total) : '登记，到日实施'}
        </Button>
        <Button onClick={onBack}>返回修改</Button>
      </p>
    </section>
  );
}

function verbOf({ kind }: OrderSent, total: number): string {
  if (kind === 'rename') return '更名';
  return total > 0 ? `撤销并移交 ${total} 项` : '登记撤销';
}

/** 机构改革: entered, looked at as a list of what would go over, then carried out; below it what was done before. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { OrderSent, ReorganisationPreview, ReorganisationsView } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { DoneNote } from '../../components/done-note.tsx';
import { Empty } from '../../components/empty.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import { blankOrder } from './blank-order.ts';
import { OrderForm } from './order-form.tsx';
import { Preview } from './preview.tsx';
import { ReorganisationRows } from './reorganisation-rows.tsx';
import './reorganisations.css';

export default function Reorganisations() {
  const query = useQuery({
    queryKey: ['reorganisations'],
    queryFn: ({ signal }) => call('GET /api/reorganisations', { signal }),
  });
  return (
    <Loaded query={query} skeleton={<RowsSkeleton />}>
      {(view) => <OpenReorganisations view={view} />}
    </Loaded>
  );
}

/** What stands over the list: nothing, the form, or the list of what it would move. */
type Stage = 'list' | 'form' | 'preview';

function OpenReorganisations({ view }: { readonly view: ReorganisationsView }) {
  const client = useQueryClient();
  const [stage, setStage] = useState<Stage>('list');
  const [order, setOrder] = useState<OrderSent>(() => blankOrder(view.today));
  const [shown, setShown] = useState<ReorganisationPreview | null>(null);
  const [done, setDone] = useState('');
  const settled = (says: string) => async (after: ReorganisationsView) => {
    client.setQueryData(['reorganisations'], after);
    setStage('list');
    setShown(null);
    setDone(says);
    await client.invalidateQueries({ queryKey: ['people'] });
    return client.invalidateQueries({ queryKey: ['vocabulary'] });
  };
  const preview = useMutation({
    mutationFn: (sends: OrderSent) => call('POST /api/reorganisations/preview', { sends }),
    onSuccess: (found) => {
      setShown(found);
      setStage('preview');
    },
  });
  const carryOut = useMutation({
    mutationFn: (seen: string) => call('POST /api/reorganisations', { sends: { ...order, seen } }),
    onSuccess: settled(
      order.on > view.today ? '已经登记，到日由系统实施。' : '已经实施，移交的事项已经在承继机关名下。',
    ),
  });
  const cancel = useMutation({
    mutationFn: (id: string) => call('POST /api/reorganisations/:id/cancelled', { path: { id } }),
    onSuccess: settled('已经取消。'),
  });
  const turn = (to: Stage) => {
    preview.reset();
    carryOut.reset();
    cancel.reset();
    setDone('');
    setStage(to);
  };

  return (
    <>
      <header className="screen-head">
        <h1>机构改革</h1>
        {view.order.allowed && stage === 'list' && (
          <p className="head-buttons">
            <button
              type="button"
              className="step-button"
              onClick={() => {
                setOrder(blankOrder(view.today));
                turn('form');
              }}
            >
              登记机构改革
            </button>
          </p>
        )}
      </header>
      {!view.order.allowed && <p className="soft">{view.order.why}</p>}
      <DoneNote says={done} />
      <ProblemNote error={cancel.error} />
      {stage === 'form' && (
        <OrderForm
          view={view}
          order={order}
          onWrite={(next) => {
            preview.reset();
            setOrder(next);
          }}
          error={preview.error}
          pending={preview.isPending}
          onSubmit={() => preview.mutate(order)}
          onLeave={() => turn('list')}
        />
      )}
      {stage === 'preview' && shown && (
        <Preview
          {...{ view, order, shown }}
          error={carryOut.error ?? preview.error}
          pending={carryOut.isPending || preview.isPending}
          onAssign={(next) => {
            setOrder(next);
            preview.mutate(next);
          }}
          onAgain={() => {
            carryOut.reset();
            preview.mutate(order);
          }}
          onCarryOut={() => carryOut.mutate(shown.mark)}
          onBack={() => turn('form')}
        />
      )}
      {view.lines.length > 0 ? (
        <ReorganisationRows lines={view.lines} pending={cancel.isPending} onCancel={cancel.mutate} />
      ) : (
        stage === 'list' && (
          <Empty
            says="还没有机构改革。机关更名、合并、分设、撤销的，在这里登记，没有办完的事项随之移交。"
            begin={view.order.allowed ? '从“登记机构改革”开始；实施以前先列清单，看过再办。' : undefined}
          />
        )
      )}
    </>
  );
}

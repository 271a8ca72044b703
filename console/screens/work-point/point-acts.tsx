/** 办理一项要点: progress and completion by its owner; return, revision and withdrawal by the head of the list. */
import { Button } from 'antd';
import { useState } from 'react';
import type { PointActBody, WorkPointView } from '../../../src/desk/contract.ts';
import { ChoiceField } from '../../components/choice-field.tsx';
import { choicesOf } from '../../components/choices-of.ts';
import { DayField } from '../../components/day-field.tsx';
import { LongField } from '../../components/long-field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { ReasonForm } from '../../components/reason-form.tsx';
import { SideForm } from '../../components/side-form.tsx';
import { useFields } from '../../components/use-fields.ts';
import type { PointSend } from './work-point.tsx';

interface PointActsProps {
  readonly view: WorkPointView;
  readonly send: PointSend;
}

export function PointActs({ view, send }: PointActsProps) {
  const [opened, setOpened] = useState<'revise' | 'withdrawPoint' | 'returnPoint' | null>(null);
  const may = (verb: string) => view.verbs.some((one) => one.verb === verb && one.allowed);
  const leave = () => setOpened(null);
  const why = view.verbs.find(({ verb, allowed }) => verb === 'progress' && !allowed)?.why;
  return (
    <>
      {may('progress') ? (
        <Report view={view} send={send} />
      ) : (
        view.line.doneOn === null && view.line.withdrawnBecause === null && <p className="soft">{why}</p>
      )}
      {opened === null && (
        <p className="point-turns screen-only">
          {may('returnPoint') && <Button onClick={() => setOpened('returnPoint')}>退回</Button>}
          {may('revise') && <Button onClick={() => setOpened('revise')}>调整时限、责任单位</Button>}
          {may('withdrawPoint') && <Button onClick={() => setOpened('withdrawPoint')}>撤销这一项</Button>}
        </p>
      )}
      {opened === 'revise' && <Revise view={view} send={send} onLeave={leave} />}
      {(opened === 'withdrawPoint' || opened === 'returnPoint') && (
        <section className="card step">
          <ReasonForm
            {...REASONS[opened]}
            error={send.error}
            pending={send.isPending}
            onSay={(because) => send.mutate({ act: { verb: opened, because }, says: REASONS[opened].says })}
            onLeave={leave}
          />
        </section>
      )}
    </>
  );
}

const REASONS = {
  returnPoint: {
    label: '为什么退回',
    verb: '退回',
    causes: '回到没有完成的状态，责任单位重新办理；这句话他们看得到',
    says: '已经退回，责任单位重新办理。',
  },
  withdrawPoint: {
    label: '为什么撤销',
    verb: '撤销这一项',
    causes: '不再计入本年要点，仍然留在列表里',
    says: '已经撤销，原因留在列表里。',
  },
} as const;

function Report({ view, send }: PointActsProps) {
  const [says, setSays] = useState('');
  const [tried, setTried] = useState(false);
  const tell = (verb: 'progress' | 'complete') => {
    setTried(true);
    if (says.trim() === '') return;
    send.mutate({ act: { verb, says }, says: verb === 'progress' ? '已经写入进展。' : '已经报告完成。' });
  };
  const proved = view.proofs.length > 0;
  return (
    <section className="card step" aria-labelledby="report">
      <h2 id="report">
        <span className="soft">下一步</span>
        {proved ? '报告完成，或者写进展' : '写进展；附上佐证以后报告完成'}
      </h2>
      <LongField
        label="做了什么"
        value={says}
        onChange={setSays}
        wrong={tried && says.trim() === '' ? '请写明做了什么。' : undefined}
      />
      <ProblemNote error={send.error} />
      <p className="head-buttons">
        <Button type="primary" disabled={!proved} loading={send.isPending} onClick={() => tell('complete')}>
          报告完成
        </Button>
        <Button loading={send.isPending} onClick={() => tell('progress')}>
          写进展
        </Button>
      </p>
    </section>
  );
}

function Revise({ view, send, onLeave }: PointActsProps & { readonly onLeave: () => void }) {
  const { written, field, isComplete } = useFields<Record<'dueOn' | 'ownerId' | 'because', string>>(
    { dueOn: view.line.dueOn, ownerId: view.ownerId, because: '' },
    { dueOn: '请写明时限。', because: '请写明原因，原来的时限留在经过里。' },
    send.error,
  );
  const submit = () => {
    if (!isComplete()) return false;
    send.mutate({ act: { verb: 'revise', ...written } as PointActBody, says: '已经调整。' });
    return true;
  };
  return (
    <SideForm
      title="调整时限、责任单位"
      verb="调整"
      error={send.error}
      pending={send.isPending}
      onSubmit={submit}
      onLeave={onLeave}
    >
      <DayField label="完成时限" {...field('dueOn', '/act/dueOn')} />
      <ChoiceField label="责任单位" {...field('ownerId', '/act/ownerId')} choices={choicesOf(view.owners)} />
      <LongField label="为什么调整" {...field('because', '/act/because')} />
    </SideForm>
  );
}

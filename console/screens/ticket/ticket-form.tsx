/** 办理整改单: report as mended, assign, or accept one finding as an exception with its reason. */
import { Button } from 'antd';
import { useState } from 'react';
import type { TicketActBody, TicketView } from '../../../src/desk/contract.ts';
import { ChoiceField } from '../../components/choice-field.tsx';
import { choicesOf } from '../../components/choices-of.ts';
import { LongField } from '../../components/long-field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { SideForm } from '../../components/side-form.tsx';

interface TicketFormProps {
  readonly view: TicketView;
  readonly send: { mutate(act: TicketActBody): void; readonly error: unknown; readonly isPending: boolean };
  /** The finding that is to become an exception. */
  readonly accepting: string | null;
  readonly onLeave: () => void;
}

export function TicketForm({ view, send, accepting, onLeave }: TicketFormProps) {
  const [says, setSays] = useState('');
  const [because, setBecause] = useState('');
  const [officerId, setOfficerId] = useState('');
  const [tried, setTried] = useState(false);
  const may = (verb: string) => view.verbs.find((one) => one.verb === verb)?.allowed === true;
  const isOpen = view.state !== 'closed';
  if (accepting !== null) {
    const submit = () => {
      setTried(true);
      if (because.trim() === '') return false;
      send.mutate({ verb: 'acceptFinding', findingId: accepting, because });
      return true;
    };
    return (
      <SideForm
        title="登记为例外"
        verb="登记为例外"
        error={send.error}
        pending={send.isPending}
        onSubmit={submit}
        onLeave={onLeave}
      >
        <LongField
          label="为什么可以例外"
          value={because}
          onChange={setBecause}
          wrong={tried && because.trim() === '' ? '请写明理由。' : undefined}
        />
      </SideForm>
    );
  }
  if (!isOpen) return null;
  return (
    <section className="card ticket-acts" aria-label="办理">
      {may('assign') && (
        <div>
          <ChoiceField
            label="交办给"
            value={officerId}
            onChange={setOfficerId}
            choices={choicesOf(view.assignees)}
            none="请选择人员"
          />
          <Button disabled={officerId === ''} onClick={() => send.mutate({ verb: 'assign', officerId })}>
            交办
          </Button>
        </div>
      )}
      {may('reportFixed') && view.state === 'open' && (
        <div>
          <LongField
            label="改了什么"
            value={says}
            onChange={setSays}
            wrong={tried && says.trim() === '' ? '请写明改了什么。' : undefined}
          />
          <Button
            type="primary"
            loading={send.isPending}
            onClick={() => {
              setTried(true);
              if (says.trim() !== '') send.mutate({ verb: 'reportFixed', says });
            }}
          >
            报告已改正
          </Button>
        </div>
      )}
      {!may('assign') && !may('reportFixed') && <p className="soft">{view.verbs[0]?.why}</p>}
      <ProblemNote error={send.error} />
    </section>
  );
}

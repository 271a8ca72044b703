/** 申请案卷, the heart of the console: left the facts, in the middle the next step, right the clock, below all that was done. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useParams } from 'wouter';
import type { ActVerb, RequestAct } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { vocabularyQuery } from '../../api/vocabulary.ts';
import { Bits } from '../../components/bits.tsx';
import { Light } from '../../components/light.tsx';
import { Loaded } from '../../components/loaded.tsx';
import type { Stage } from './acts/act-field.ts';
import type { Going } from './acts/act-panel.tsx';
import { Attachments } from './attachments.tsx';
import { Clock } from './clock/clock.tsx';
import { Facts } from './facts.tsx';
import { FileSkeleton } from './file-skeleton.tsx';
import { History } from './history.tsx';
import { NextStep } from './next-step.tsx';
import { Proactive } from './proactive.tsx';
import { RefusalReview } from './refusal-review.tsx';
import { Remedies } from './remedies/remedies.tsx';
import '../../components/step.css';
import { Tasks } from './tasks.tsx';
import { useWritten } from './use-written.ts';
import '../../components/file-head.css';
import './application.css';

export default function Application() {
  const { id = '' } = useParams<{ id: string }>();
  const file = useQuery({
    queryKey: ['application', id],
    queryFn: ({ signal }) => call('GET /api/requests/:id', { path: { id }, signal }),
  });
  const words = useQuery(vocabularyQuery);
  return (
    <Loaded query={file} skeleton={<FileSkeleton />} alone>
      {(view) => (
        <Loaded query={words} skeleton={<FileSkeleton />} alone>
          {(vocabulary) => <OpenFile key={id} stage={{ file: view, words: vocabulary }} />}
        </Loaded>
      )}
    </Loaded>
  );
}

function OpenFile({ stage }: { readonly stage: Stage }) {
  const { file } = stage;
  const { line } = file;
  const client = useQueryClient();
  const [turnedTo, setTurnedTo] = useState<ActVerb | null>(null);
  const [written, write] = useWritten(line.id);
  const [done, setDone] = useState('');
  const note = useRef<HTMLParagraphElement>(null);
  // The button that had the focus is gone with its form.
  useEffect(() => {
    if (done) note.current?.focus();
  }, [done]);
  const act = useMutation({
    mutationFn: ({ sent, fileIds, along }: { readonly sent: RequestAct } & Going) =>
      call('POST /api/requests/:id/acts', {
        path: { id: line.id },
        sends: {
          ...{ seen: file.seen, act: sent },
          ...(fileIds.length > 0 && { fileIds: [...fileIds] }),
          ...(along.length > 0 && { along: [...along] }),
        },
      }),
    onSuccess: (after, { sent: { verb }, along }) => {
      client.setQueryData(['application', line.id], after);
      const others = along.length > 0 ? `，连同另外 ${along.length} 件` : '';
      setDone(`已经办理：${file.verbs.find((one) => one.verb === verb)?.term ?? ''}${others}。`);
      setTurnedTo(null);
      write(verb, undefined);
      return client.invalidateQueries({
        predicate: ({ queryKey: [what, of] }) =>
          ['inbox', 'applications', 'attachments', 'fee'].includes(String(what)) ||
          (what === 'application' && along.some(({ id }) => id === of)),
      });
    },
  });
  const turn = (verb: ActVerb | null) => {
    act.reset();
    setTurnedTo(verb);
  };
  const acting = {
    stage,
    turnedTo,
    onTurn: turn,
    written,
    onWrite: write,
    error: act.error,
    pending: act.isPending,
    onAct: (sent: RequestAct, going: Going) => act.mutate({ sent, ...going }),
    onReload: () => {
      act.reset();
      void client.invalidateQueries({ queryKey: ['application', line.id] });
      void client.invalidateQueries({ queryKey: ['fee', line.id] });
    },
  };

  return (
    <>
      <title>{`${line.number} · 政务公开工作台`}</title>
      <header className="file-head">
        <p>
          <Light light={line.light} />
          <Bits of={[line.number, line.state]} />
        </p>
        <h1>{line.wanted}</h1>
      </header>
      {line.problem && <p className="problem-note">{line.problem}</p>}
      <p className="done-note" role="status" ref={note} tabIndex={-1}>
        {done}
      </p>
      <div className="file">
        <Facts stage={stage} />
        <NextStep {...acting} />
        <Clock file={file} />
      </div>
      <Tasks {...acting} />
      <RefusalReview stage={stage} onTurn={turn} />
      <Proactive stage={stage} onTurn={turn} />
      <Attachments {...acting} />
      <Remedies stage={stage} />
      <History id={line.id} lines={file.history} />
    </>
  );
}

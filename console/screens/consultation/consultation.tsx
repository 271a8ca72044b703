/** 一次征集调查: the next step first, then what came in and how it adds up, the text, and what was done. */
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useParams } from 'wouter';
import type { ConsultationActBody, ConsultationView } from '../../../src/desk/contract.ts';
import { call, download } from '../../api/call.ts';
import { doneBy, useActs } from '../../api/use-acts.ts';
import { useSend } from '../../api/use-send.ts';
import { Bits } from '../../components/bits.tsx';
import { DoneNote } from '../../components/done-note.tsx';
import { Ended } from '../../components/ended.tsx';
import { keepFile } from '../../components/keep-file.ts';
import { Light } from '../../components/light.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import { StepsCard } from '../../components/steps-card.tsx';
import { ActForm } from './act-form.tsx';
import { AnswerFiles } from './answer-files.tsx';
import { Opinions } from './opinions.tsx';
import { Results } from './results.tsx';
import { TextForm } from './text-form.tsx';
import { TextShown } from './text-shown.tsx';
import '../../components/file-head.css';
import './consultation.css';

export default function Consultation() {
  const { id = '' } = useParams<{ id: string }>();
  const file = useQuery({
    queryKey: ['consultation', id],
    queryFn: ({ signal }) => call('GET /api/consultations/:id', { path: { id }, signal }),
  });
  return (
    <Loaded query={file} skeleton={<RowsSkeleton />} alone>
      {(view) => <OpenConsultation key={id} file={view} />}
    </Loaded>
  );
}

function OpenConsultation({ file }: { readonly file: ConsultationView }) {
  const { line, text } = file;
  const { send, done, turnedTo, turn } = useActs({
    kept: ['consultation', line.id],
    lists: ['consultations'],
    send: (act: ConsultationActBody) =>
      call('POST /api/consultations/:id/acts', { path: { id: line.id }, sends: { seen: file.seen, act } }),
    says: ({ verb }) => doneBy(file.verbs, verb),
  });
  const sheet = useSend(
    (_: undefined) => download('POST /api/consultations/:id/export', { path: { id: line.id } }),
    keepFile,
  );
  const shown = file.verbs.find(({ verb }) => verb === turnedTo);
  const form = { error: send.error, pending: send.isPending, onLeave: () => turn(null) };
  const exported = line.opensOn && (
    <>
      <p className="head-buttons">
        <Button loading={sheet.isPending} onClick={() => sheet.mutate(undefined)}>
          导出收到的全部{text.form === 'survey' ? '答卷' : '意见'}
        </Button>
      </p>
      <ProblemNote error={sheet.error} />
    </>
  );
  return (
    <>
      <title>{`${line.title} · 政务公开工作台`}</title>
      <header className="file-head">
        <p>
          <Light light={line.light} />
          <Bits of={[line.form, line.agency, line.standing, ...daysOf(line)]} />
        </p>
        <h1>{line.title}</h1>
      </header>
      <DoneNote says={done} />
      {shown?.verb === 'revise' ? (
        <TextForm
          {...form}
          title="修改"
          verb="保存修改"
          text={text}
          words={file.words}
          onSend={(revised) => {
            send.mutate({ verb: 'revise', text: revised });
            return true;
          }}
        />
      ) : shown?.allowed ? (
        <ActForm key={shown.verb} {...form} verb={shown} file={file} onAct={send.mutate} />
      ) : file.settled ? (
        <Ended settled={file.settled}>{exported}</Ended>
      ) : (
        <StepsCard verbs={file.verbs.filter(({ verb }) => verb !== 'reply')} onTurn={turn}>
          {exported}
        </StepsCard>
      )}
      {file.counts.length > 0 && line.opensOn && (
        <section className="card" aria-labelledby="counts">
          <h2 id="counts">采纳情况（收到 {line.received} 条）</h2>
          <dl className="consultation-counts">
            {file.counts.map(({ name, term, n }) => (
              <div key={name}>
                <dt>{term}</dt>
                <dd>{n}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {line.opensOn && text.form === 'opinions' && (
        <Opinions
          file={file}
          error={turnedTo === null ? send.error : null}
          pending={send.isPending}
          onAct={(act, then) => send.mutate(act, { onSuccess: then })}
        />
      )}
      {line.opensOn && text.form === 'survey' && <Results file={file} />}
      {line.opensOn && text.questions.some(({ kind }) => kind === 'file') && <AnswerFiles file={file} />}
      <TextShown file={file} />
    </>
  );
}

function daysOf({ opensOn, closesOn, dueOn }: ConsultationView['line']): string[] {
  return [...(opensOn ? [`${opensOn} 至 ${closesOn}`] : []), ...(dueOn ? [`结果最迟 ${dueOn} 公布`] : [])];
}

/** 一件更正申请: what is asked, its day and how it is counted, the steps, and what was done. */
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'wouter';
import type { CorrectionActBody } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { doneBy, useActs } from '../../api/use-acts.ts';
import { vocabularyQuery } from '../../api/vocabulary.ts';
import { Bits } from '../../components/bits.tsx';
import { DoneNote } from '../../components/done-note.tsx';
import { DueDay } from '../../components/due-day.tsx';
import { Ended } from '../../components/ended.tsx';
import { Identity } from '../../components/identity.tsx';
import { Light } from '../../components/light.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import { StepsCard } from '../../components/steps-card.tsx';
import { CorrectionForm, type CorrectionStage } from './correction-form.tsx';
import { CorrectionHistory } from './correction-history.tsx';
import { ProofFiles } from './proof-files.tsx';
import '../../components/file-head.css';
import './personal-correction.css';

export default function PersonalCorrection() {
  const { id = '' } = useParams<{ id: string }>();
  const file = useQuery({
    queryKey: ['personal-correction', id],
    queryFn: ({ signal }) => call('GET /api/personal-corrections/:id', { path: { id }, signal }),
  });
  const words = useQuery(vocabularyQuery);
  return (
    <Loaded query={file} skeleton={<RowsSkeleton />} alone>
      {(view) => (
        <Loaded query={words} skeleton={<RowsSkeleton />} alone>
          {(vocabulary) => <OpenFile key={id} stage={{ file: view, words: vocabulary }} />}
        </Loaded>
      )}
    </Loaded>
  );
}

function OpenFile({ stage }: { readonly stage: CorrectionStage }) {
  const { file } = stage;
  const { line } = file;
  const { send, done, turnedTo, turn, keep } = useActs({
    kept: ['personal-correction', line.id],
    lists: ['personal-corrections'],
    send: (act: CorrectionActBody) =>
      call('POST /api/personal-corrections/:id/acts', { path: { id: line.id }, sends: { seen: file.seen, act } }),
    says: ({ verb }) => doneBy(file.verbs, verb),
  });
  const shown = file.verbs.find(({ verb }) => verb === turnedTo);
  return (
    <>
      <title>{`${line.number} · 政务公开工作台`}</title>
      <header className="file-head">
        <p>
          <Light light={line.light} />
          <Bits of={[line.number, line.outcome ?? line.state]} />
        </p>
        <h1>{line.record}</h1>
      </header>
      <DoneNote says={done} />
      <div className="correction-file">
        <section className="card" aria-labelledby="asked">
          <h2 id="asked">要求更正的内容</h2>
          <dl className="correction-facts">
            <dt>错在哪里，应当是什么</dt>
            <dd>{file.wrong}</dd>
            <dt>提供的证据</dt>
            <dd>{file.proof || '没有提供'}</dd>
            <dt>申请人</dt>
            <dd>
              {line.maskedName}（{file.applicantKind}）
            </dd>
            <dt>受理机关</dt>
            <dd>{line.agency}</dd>
            <dt>收到</dt>
            <dd>
              {line.receivedOn}，{file.channel}
            </dd>
          </dl>
          {file.mayOpenIdentity && (
            <Identity
              reasons={file.identityReasons}
              open={(sends) => call('POST /api/personal-corrections/:id/identity', { path: { id: line.id }, sends })}
            />
          )}
        </section>
        <section className="card" aria-labelledby="day">
          <h2 id="day">期限</h2>
          <DueDay {...line} />
          <ul className="correction-steps">
            {file.steps.map(({ says, basis, certainty }) => (
              <li key={says}>
                {says}
                <span className="soft">
                  {basis}（{certainty}）
                </span>
              </li>
            ))}
          </ul>
        </section>
      </div>
      {shown?.allowed ? (
        <CorrectionForm
          key={shown.verb}
          verb={shown}
          stage={stage}
          error={send.error}
          pending={send.isPending}
          onAct={send.mutate}
          onLeave={() => turn(null)}
        />
      ) : file.settled ? (
        <Ended settled={file.settled} />
      ) : (
        <StepsCard verbs={file.verbs} onTurn={turn} />
      )}
      <ProofFiles id={line.id} proofs={file.proofFiles} onChanged={keep} onChoose={() => turn(turnedTo)} />
      <CorrectionHistory id={line.id} lines={file.history} />
    </>
  );
}

/** 一封来信: what was written, its day and how it is counted, the steps, and what was done. */
import { useQuery } from '@tanstack/react-query';
import { useLocation, useParams } from 'wouter';
import type { CitizenLetterActBody, CitizenLetterView } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { doneBy, useActs } from '../../api/use-acts.ts';
import { Bits } from '../../components/bits.tsx';
import { DoneNote } from '../../components/done-note.tsx';
import { DueDay } from '../../components/due-day.tsx';
import { Ended } from '../../components/ended.tsx';
import { History } from '../../components/history.tsx';
import { Identity } from '../../components/identity.tsx';
import { Light } from '../../components/light.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import { StepsCard } from '../../components/steps-card.tsx';
import { LetterForm } from './letter-form.tsx';
import '../../components/file-head.css';
import './citizen-letter.css';

export default function CitizenLetter() {
  const { id = '' } = useParams<{ id: string }>();
  const file = useQuery({
    queryKey: ['citizen-letter', id],
    queryFn: ({ signal }) => call('GET /api/citizen-letters/:id', { path: { id }, signal }),
  });
  return (
    <Loaded query={file} skeleton={<RowsSkeleton />} alone>
      {(view) => <OpenLetter key={id} file={view} />}
    </Loaded>
  );
}

function OpenLetter({ file }: { readonly file: CitizenLetterView }) {
  const { line, published } = file;
  const [, goTo] = useLocation();
  const { send, done, turnedTo, turn } = useActs({
    kept: ['citizen-letter', line.id],
    lists: ['citizen-letters'],
    send: (act: CitizenLetterActBody) =>
      call('POST /api/citizen-letters/:id/acts', { path: { id: line.id }, sends: { seen: file.seen, act } }),
    says: ({ verb }) => doneBy(file.verbs, verb),
    leave: (after) => {
      if (!('gone' in after)) return false;
      goTo('/citizen-letters');
      return true;
    },
  });
  const shown = file.verbs.find(({ verb }) => verb === turnedTo);
  const allowedFirst = [...file.verbs].sort((a, b) => Number(b.allowed) - Number(a.allowed));
  return (
    <>
      <title>{`${line.number} · 政务公开工作台`}</title>
      <header className="file-head">
        <p>
          <Light light={line.light} />
          <Bits of={[line.kind, line.number, line.state]} />
        </p>
        <h1>{line.title}</h1>
      </header>
      <DoneNote says={done} />
      <div className="letter-file">
        <section className="card" aria-labelledby="written">
          <h2 id="written">来信</h2>
          <p className="letter-text">{file.body}</p>
          <p className="soft">
            {line.maskedName}，{line.receivedOn} 收到，{line.agency}办理，{file.mayPublish ? '同意公开' : '不同意公开'}
          </p>
          {file.mayOpenIdentity && (
            <Identity
              reasons={file.identityReasons}
              open={async (sends) => ({
                ...{ identity: '', representative: '', agent: '', together: '', address: '' },
                ...(await call('POST /api/citizen-letters/:id/identity', { path: { id: line.id }, sends })),
              })}
            />
          )}
        </section>
        <section className="card" aria-labelledby="day">
          <h2 id="day">期限</h2>
          <DueDay {...line} />
          {line.veto && (
            <p>
              <strong>{line.veto}</strong>
            </p>
          )}
          <ul className="letter-steps">
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
      {published && (
        <section className="card" aria-labelledby="public">
          <h2 id="public">已经公开的内容</h2>
          <p>
            <strong>{published.title}</strong> <span className="soft">{published.on}</span>
          </p>
          <p className="letter-text">{published.body}</p>
          <p className="letter-text">{published.answer}</p>
        </section>
      )}
      {shown?.allowed ? (
        <LetterForm
          key={shown.verb}
          verb={shown}
          file={file}
          error={send.error}
          pending={send.isPending}
          onAct={send.mutate}
          onLeave={() => turn(null)}
        />
      ) : file.settled ? (
        <Ended settled={file.settled} verbs={file.verbs} onTurn={turn} />
      ) : (
        <StepsCard verbs={allowedFirst} onTurn={turn} />
      )}
      <History steps={file.history} />
    </>
  );
}

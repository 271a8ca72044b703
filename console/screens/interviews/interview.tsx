/** 一期访谈: what comes next on top; while it runs, the box that is typed in, the questions beside it, and what was said. */
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'wouter';
import type { InterviewActSent, InterviewView } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { doneBy, useActs } from '../../api/use-acts.ts';
import { Bits } from '../../components/bits.tsx';
import { DoneNote } from '../../components/done-note.tsx';
import { Ended } from '../../components/ended.tsx';
import { History } from '../../components/history.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import { StepsCard } from '../../components/steps-card.tsx';
import { ActForm } from './act-form.tsx';
import { Questions } from './questions.tsx';
import { SayForm } from './say-form.tsx';
import { Transcript } from './transcript.tsx';
import '../../components/file-head.css';
import './interview.css';

/** While questions come in. */
const ASK_AGAIN_MS = 4_000;

export default function Interview() {
  const { id = '' } = useParams<{ id: string }>();
  const file = useQuery({
    queryKey: ['interview', id],
    queryFn: ({ signal }) => call('GET /api/interviews/:id', { path: { id }, signal }),
    refetchInterval: ({ state }) => (state.data?.stage === 'live' ? ASK_AGAIN_MS : false),
  });
  return (
    <Loaded query={file} skeleton={<RowsSkeleton />} alone>
      {(view) => <OpenInterview key={id} file={view} />}
    </Loaded>
  );
}

/** Those with a place of their own on the screen. */
const ELSEWHERE: readonly string[] = ['say', 'admit', 'decline', 'correct'];

function OpenInterview({ file }: { readonly file: InterviewView }) {
  const { line, notice, stage } = file;
  const { send, done, turnedTo, turn } = useActs({
    kept: ['interview', line.id],
    lists: ['interviews'],
    send: (sends: InterviewActSent) => call('POST /api/interviews/:id/acts', { path: { id: line.id }, sends }),
    says: ({ verb }) => doneBy(file.verbs, verb),
  });
  const steps = file.verbs.filter(({ verb }) => !ELSEWHERE.includes(verb));
  const shown = steps.find(({ verb }) => verb === turnedTo);
  const may = (verb: string) => file.verbs.some((one) => one.verb === verb && one.allowed);
  const isOpen = stage === 'announced' || stage === 'live';
  const bySteps = [...steps.filter(({ allowed }) => allowed), ...steps.filter(({ allowed }) => !allowed)];
  return (
    <>
      <title>{`${line.title} · 政务公开工作台`}</title>
      <header className="file-head">
        <p>
          <Bits of={['在线访谈', line.state, line.agency]} />
        </p>
        <h1>{line.title}</h1>
      </header>
      <DoneNote says={done} />
      {file.returned && (
        <section className="card" aria-label="退回的意见">
          <p>
            <strong>退回：{file.returned}</strong>
          </p>
        </section>
      )}
      {stage === 'live' && <SayForm file={file} allowed={may('say')} />}
      {shown?.allowed ? (
        <ActForm
          key={shown.verb}
          verb={shown}
          file={file}
          error={send.error}
          pending={send.isPending}
          onAct={send.mutate}
          onLeave={() => turn(null)}
        />
      ) : file.settled ? (
        <Ended settled={file.settled} verbs={steps} onTurn={turn} />
      ) : (
        <StepsCard verbs={bySteps} onTurn={turn} />
      )}
      {(isOpen || file.questions.length > 0) && (
        <Questions file={file} mayAdmit={may('admit')} mayDecline={may('decline')} />
      )}
      {(stage === 'live' || file.lines.length > 0) && <Transcript file={file} mayCorrect={may('correct')} />}
      <section className="card interview-part" aria-labelledby="notice">
        <h2 id="notice">预告</h2>
        <p>
          {notice.guest}，{notice.guestPost}
        </p>
        <p>
          {notice.plannedOn} {notice.plannedAt}
        </p>
        {notice.picture !== '' && (
          <p className="interview-picture">
            <img src={`/api/interviews/${line.id}/picture`} alt={notice.pictureWords} />
          </p>
        )}
        <p className="interview-text">{notice.intro}</p>
        {file.publicPath && <p className="soft">门户地址：{file.publicPath}</p>}
        {file.videoUrl && <p className="interview-text">视频：{file.videoUrl}</p>}
        {file.cancelledWhy && <p>取消的原因：{file.cancelledWhy}</p>}
      </section>
      <History steps={file.history} />
    </>
  );
}

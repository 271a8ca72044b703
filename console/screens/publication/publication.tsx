/** 一条信息: what is done next and by whom, the text with what the checks found in it, the review beside it, below all that was done. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams, useSearchParams } from 'wouter';
import type { PublicationView } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { Bits } from '../../components/bits.tsx';
import { DoneNote } from '../../components/done-note.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { type ActSaid, onScreen, type PublicationAct } from './acts/act.ts';
import { ChangesShown } from './changes-shown.tsx';
import { Facts } from './facts.tsx';
import { NextStep } from './next-step.tsx';
import { OtherSteps } from './other-steps.tsx';
import { PublicationSkeleton } from './publication-skeleton.tsx';
import { PublishedEditions } from './published-editions.tsx';
import { ReviewTracks } from './review-tracks.tsx';
import { TextShown } from './text-shown.tsx';
import { Trail } from './trail.tsx';
import '../../components/official-text.css';
import './publication.css';

export default function Publication() {
  const { id = '' } = useParams<{ id: string }>();
  const query = useQuery({
    queryKey: ['publication', id],
    queryFn: ({ signal }) => call('GET /api/publications/:id', { path: { id }, signal }),
  });
  return (
    <Loaded query={query} skeleton={<PublicationSkeleton />} alone>
      {(view) => <OpenPublication key={id} view={view} />}
    </Loaded>
  );
}

function OpenPublication({ view }: { readonly view: PublicationView }) {
  const { id } = view;
  const client = useQueryClient();
  const [search] = useSearchParams();
  // A list may lead straight to one step; whether it may be taken is asked as ever.
  const [turnedTo, setTurnedTo] = useState(search.get('act') as PublicationAct['verb'] | null);
  const [done, setDone] = useState('');
  const act = useSend(
    (said: ActSaid) => call('POST /api/publications/:id/acts', { path: { id }, sends: onScreen(said, view) }),
    (after: PublicationView, said: ActSaid) => {
      client.setQueryData(['publication', id], after);
      setDone(toldOf(said, view));
      setTurnedTo(null);
      return client.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[0] === 'inbox' || queryKey[0] === 'publications',
      });
    },
  );
  const turn = (verb: PublicationAct['verb'] | null) => {
    act.reset();
    setTurnedTo(verb);
  };
  const acting = {
    view,
    error: act.error,
    pending: act.isPending,
    onAct: act.mutate,
    onReload: () => {
      act.reset();
      void client.invalidateQueries({ queryKey: ['publication', id] });
    },
  };
  const { title } = (view.draft ?? view.live)!.particulars;
  return (
    <>
      <title>{`${title} · 政务公开工作台`}</title>
      <header className="publication-head">
        <Bits of={[view.kind.term, view.agency, standingOf(view), view.indexNo && `索引号 ${view.indexNo}`]} />
        <h1>{title}</h1>
      </header>
      <DoneNote says={done}>
        {isPublic(view) && view.address && (
          <a href={view.address} target="_blank" rel="noreferrer">
            在门户上看（新窗口）
          </a>
        )}
      </DoneNote>
      <div className="publication">
        <div className="publication-main">
          <NextStep key={view.inReview} {...acting} turnedTo={turnedTo} onTurn={turn} />
          <ChangesShown changes={view.changes} />
          <TextShown key={`text-${view.inReview}`} {...acting} />
        </div>
        <div className="publication-side">
          <ReviewTracks view={view} />
          <OtherSteps view={view} turnedTo={turnedTo} onTurn={turn} />
          <PublishedEditions id={id} published={view.published} />
          <Facts view={view} />
        </div>
      </div>
      <Trail view={view} />
    </>
  );
}

/** Whether the public reads it now. */
function isPublic({ live, withdrawal }: PublicationView): boolean {
  return live !== null && withdrawal === null;
}

/** Where it stands towards the public, and what is being done with it. */
function standingOf({ state, draft, live, review }: PublicationView): string {
  const inWork = draft && live ? `${state}，修改中` : state;
  return review ? `${inWork}，${review.owed ? '待补审' : review.state}` : inWork;
}

function toldOf(sent: ActSaid, view: PublicationView): string {
  const steps = view.review?.tracks.flatMap((track) => track.steps) ?? [];
  if (sent.verb === 'passStep') return `${steps.find(({ name }) => name === sent.step)?.term ?? ''}已经通过。`;
  if (sent.verb === 'returnStep') return '已经退回，理由留在经过里。';
  if (sent.verb === 'publish' || sent.verb === 'publishUrgently') return '已经发布，公众现在就能看到。';
  return `已经办理：${view.verbs.find(({ verb }) => verb === sent.verb)?.term ?? ''}。`;
}

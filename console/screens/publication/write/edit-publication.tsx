/** 修改稿件: the draft, or the next edition of what is public; what somebody else has saved meanwhile is never written over unseen. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useLocation, useParams } from 'wouter';
import type { FoundWriting, PublicationView, PublicationWords } from '../../../../src/desk/contract.ts';
import { call, problemOf } from '../../../api/call.ts';
import { keptWritingQuery } from '../../../api/kept-writings.ts';
import { publicationWordsQuery } from '../../../api/publication-words.ts';
import { useSend } from '../../../api/use-send.ts';
import { Loaded } from '../../../components/loaded.tsx';
import { RowsSkeleton } from '../../../components/rows-skeleton.tsx';
import { useWriting } from './use-writing.ts';
import { type AfterSaving, WritingForm } from './writing-form.tsx';
import { baseIn, type Revision, revisionOf, writtenIn } from './written.ts';

export default function EditPublication() {
  const { id = '' } = useParams<{ id: string }>();
  const words = useQuery(publicationWordsQuery);
  const kept = useQuery(keptWritingQuery(id));
  const query = useQuery({
    queryKey: ['publication', id],
    queryFn: ({ signal }) => call('GET /api/publications/:id', { path: { id }, signal }),
  });
  return (
    <>
      <header className="screen-head">
        <h1>修改稿件</h1>
      </header>
      <Loaded query={query} skeleton={<RowsSkeleton />} alone>
        {(view) => (
          <Loaded query={words} skeleton={<RowsSkeleton />} alone>
            {(known) => (
              <Loaded query={kept} skeleton={<RowsSkeleton />} alone>
                {({ found }) => <MayEdit key={id} view={view} words={known} found={found} />}
              </Loaded>
            )}
          </Loaded>
        )}
      </Loaded>
    </>
  );
}

interface EditingProps {
  readonly view: PublicationView;
  readonly words: PublicationWords;
  readonly found: FoundWriting | null;
}

function MayEdit({ view, ...rest }: EditingProps) {
  const revise = view.verbs.find(({ verb }) => verb === 'revise');
  return revise?.allowed ? <Editing view={view} {...rest} /> : <p className="card">{revise?.why}</p>;
}

function Editing({ view, words, found }: EditingProps) {
  const { id } = view;
  const client = useQueryClient();
  const [, goTo] = useLocation();
  const writing = useWriting(id, () => ({ written: writtenIn(view), base: baseIn(view) }), found);
  const save = useSend(
    ({ revision }: { readonly revision: Revision; readonly opens: AfterSaving }) =>
      call('POST /api/publications/:id/acts', { path: { id }, sends: { ...revision, kept: { ...writing.window } } }),
    (after: PublicationView, { opens }) => {
      void writing.forget();
      client.setQueryData(['publication', id], after);
      void client.invalidateQueries({
        predicate: ({ queryKey }) => ['inbox', 'publications'].includes(String(queryKey[0])),
      });
      goTo(`/publications/${id}${opens}`);
    },
  );
  const newest = useSend(
    () => call('GET /api/publications/:id', { path: { id } }),
    (now: PublicationView) => {
      const base = baseIn(now);
      writing.rebase(base);
      save.mutate({ revision: revisionOf(writing.written, base), opens: '' });
    },
  );
  const stale = save.error !== null && problemOf(save.error).code === 'STALE';
  return (
    <WritingForm
      words={words}
      before={view}
      writing={writing}
      error={newest.error ?? save.error}
      pending={save.isPending || newest.isPending}
      onSave={(opens) => save.mutate({ revision: revisionOf(writing.written, writing.base!), opens })}
      overtaken={writing.base?.edition !== baseIn(view).edition}
      onLeave={() => goTo(`/publications/${id}`)}
    >
      {stale && (
        <p className="head-buttons">
          <a className="step-button" href={`/publications/${id}`} target="_blank" rel="noreferrer">
            看别人存的一稿（新窗口）
          </a>
          <Button onClick={() => newest.mutate(undefined)}>已经看过，用我这一稿接着它保存</Button>
        </p>
      )}
    </WritingForm>
  );
}

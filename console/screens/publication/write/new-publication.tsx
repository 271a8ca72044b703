/** 起草一条信息. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import type { FoundWriting, PublicationView, PublicationWords } from '../../../../src/desk/contract.ts';
import { call } from '../../../api/call.ts';
import { keptWritingQuery } from '../../../api/kept-writings.ts';
import { publicationWordsQuery } from '../../../api/publication-words.ts';
import { useSend } from '../../../api/use-send.ts';
import { Loaded } from '../../../components/loaded.tsx';
import { RowsSkeleton } from '../../../components/rows-skeleton.tsx';
import { useWriting } from './use-writing.ts';
import { type AfterSaving, WritingForm } from './writing-form.tsx';
import { blank, draftOf, type NewDraft } from './written.ts';

export default function NewPublication() {
  const words = useQuery(publicationWordsQuery);
  const kept = useQuery(keptWritingQuery('new'));
  return (
    <>
      <header className="screen-head">
        <h1>起草信息</h1>
      </header>
      <Loaded query={words} skeleton={<RowsSkeleton />} alone>
        {(known) =>
          known.agencies.length === 0 ? (
            <p className="card">信息由编辑起草，你没有这个岗位。需要的，请找安全管理员。</p>
          ) : (
            <Loaded query={kept} skeleton={<RowsSkeleton />} alone>
              {({ found }) => <Drafting words={known} found={found} />}
            </Loaded>
          )
        }
      </Loaded>
    </>
  );
}

function Drafting({ words, found }: { readonly words: PublicationWords; readonly found: FoundWriting | null }) {
  const client = useQueryClient();
  const [, goTo] = useLocation();
  const writing = useWriting('new', () => ({ written: blank(words), base: null }), found);
  const save = useSend(
    ({ draft }: { readonly draft: NewDraft; readonly opens: AfterSaving }) =>
      call('POST /api/publications', { sends: { ...draft, kept: { ...writing.window } } }),
    (made: PublicationView, { opens }) => {
      void writing.forget();
      client.setQueryData(['publication', made.id], made);
      void client.invalidateQueries({ queryKey: ['publications'] });
      goTo(`/publications/${made.id}${opens}`);
    },
  );
  return (
    <WritingForm
      words={words}
      before={null}
      writing={writing}
      error={save.error}
      pending={save.isPending}
      onSave={(opens) => save.mutate({ draft: draftOf(writing.written), opens })}
      onLeave={() => goTo('/publications')}
    />
  );
}

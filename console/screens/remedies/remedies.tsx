/** 复议诉讼: every case the officer may read, the steps that may be recorded of it, and a case that stands alone. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RemedyPage, Vocabulary } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { useSession } from '../../api/session.ts';
import { vocabularyQuery } from '../../api/vocabulary.ts';
import { DoneNote } from '../../components/done-note.tsx';
import { Empty } from '../../components/empty.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { NewRemedyForm } from '../../components/remedies/new-remedy-form.tsx';
import { useRowKeys } from '../../components/row-keys.ts';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import { VerbButton } from '../../components/verb-button.tsx';
import { RemedyRows } from './remedy-rows.tsx';
import '../../components/side-form.css';
import '../../components/step.css';
import './remedies.css';

export default function Remedies() {
  const vocabulary = useQuery(vocabularyQuery);
  const query = useQuery({ queryKey: ['remedies'], queryFn: ({ signal }) => call('GET /api/remedies', { signal }) });
  useRowKeys();
  return (
    <Loaded query={query} skeleton={<RowsSkeleton />} alone>
      {(page) => (
        <Loaded query={vocabulary} skeleton={<RowsSkeleton />} alone>
          {(words) => <OpenRemedies page={page} words={words} />}
        </Loaded>
      )}
    </Loaded>
  );
}

function OpenRemedies({ page, words }: { readonly page: RemedyPage; readonly words: Vocabulary }) {
  const { today } = useSession();
  const { lines, record, recordFor } = page;
  const [recording, setRecording] = useState(false);
  const [done, setDone] = useState('');
  const turn = (open: boolean) => {
    setDone('');
    setRecording(open);
  };
  const told = (says: string) => {
    setRecording(false);
    setDone(says);
  };
  return (
    <>
      <header className="screen-head">
        <h1>复议诉讼</h1>
        {!recording && <VerbButton verb={record} term={record.term} onClick={() => turn(true)} />}
      </header>
      <DoneNote says={done} />
      {recording && (
        <section className="card step side-form" aria-labelledby="new-case">
          <h2 id="new-case">{record.term}</h2>
          <p className="soft">
            这里登记启用系统以前的答复引起的案件。对系统里的申请提起的，请打开那件申请登记，两者才连得起来。
          </p>
          <p className="basis">{record.causes}</p>
          <NewRemedyForm
            agencies={recordFor}
            requestId={null}
            words={words}
            today={today}
            term={record.term}
            onDone={() => told('已经登记这个案件。')}
            onLeave={() => turn(false)}
          />
        </section>
      )}
      {lines.length === 0 ? (
        <Empty
          says="没有登记过复议、诉讼案件。"
          begin="对答复不服的案件，在那件申请的案卷里登记；以前的答复引起的，在这里登记。"
        />
      ) : (
        <>
          <p className="soft found" role="status">
            共 {lines.length} 件，其中尚未审结 {lines.filter(({ closedOn }) => closedOn === null).length} 件
          </p>
          <RemedyRows lines={lines} words={words} today={today} onDone={told} />
        </>
      )}
    </>
  );
}

/** 政府公报: the issues, and one compiled from what is published. Review and release go the way of every document. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { GazetteView, IssueSent } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { Bits } from '../../components/bits.tsx';
import { DoneNote } from '../../components/done-note.tsx';
import { Empty } from '../../components/empty.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import '../../components/table.css';
import './gazette.css';
import { IssueForm } from './issue-form.tsx';

const KEY = ['gazette'];

export default function Gazette() {
  const query = useQuery({ queryKey: KEY, queryFn: ({ signal }) => call('GET /api/gazette', { signal }) });
  return (
    <>
      <header className="screen-head">
        <h1>政府公报</h1>
      </header>
      <Loaded query={query} skeleton={<RowsSkeleton />}>
        {(view) => <Shown view={view} />}
      </Loaded>
    </>
  );
}

function Shown({ view }: { readonly view: GazetteView }) {
  const client = useQueryClient();
  const [open, setOpen] = useState<string | null>(null);
  const [done, setDone] = useState('');
  const send = useSend(
    (sent: IssueSent) => call('POST /api/gazette', { sends: sent }),
    (next, { year, number }) => {
      setOpen(null);
      setDone(`${year}年第${number}期已经保存。打开它送审、发布。`);
      client.setQueryData(KEY, next);
    },
  );
  const turn = (to: string | null) => {
    send.reset();
    setDone('');
    setOpen(to);
  };
  const form = { view, error: send.error, pending: send.isPending, onSend: send.mutate, onLeave: () => turn(null) };
  return (
    <>
      <p className="soft gazette-lead">
        {view.mayNot ??
          '从已经发布的文件里选，编成一期；审校、发布和别的信息一样。发布以后门户上有目录、前后期和整期的 PDF。'}
      </p>
      <DoneNote says={done} />
      {view.mayNot === null && open !== 'new' && (
        <p className="found-bar">
          <button type="button" className="step-button" onClick={() => turn('new')}>
            {`编 ${view.year} 年第 ${view.next} 期`}
          </button>
          {view.waiting.length > 0 && <span className="soft">有 {view.waiting.length} 件文件还没有刊登</span>}
        </p>
      )}
      {open === 'new' && <IssueForm {...form} />}
      {view.issues.length === 0 && <Empty says="还没有编过公报。" begin="编好的各期会排在这里。" />}
      <ul className="gazette-list">
        {view.issues.map((issue) => (
          <li key={issue.id} className="card">
            <h2>
              <Link href={`/publications/${issue.id}`}>{issue.name}</Link>
            </h2>
            <Bits
              of={[
                issue.state,
                issue.publishedOn && `${issue.publishedOn} 发布`,
                `${issue.sections.reduce((n, { documents }) => n + documents.length, 0)} 件`,
              ]}
            />
            {issue.sections.map(({ heading, documents }) => (
              <p key={heading} className="gazette-section">
                <span className="soft">{`${heading}：`}</span>
                {documents.map(({ title }) => title).join('；')}
              </p>
            ))}
            {view.agencies.some(({ name }) => name === issue.agencyId) && open !== issue.id && (
              <button
                type="button"
                className="step-button"
                onClick={() => turn(issue.id)}
                aria-label={`修改目录：${issue.name}`}
              >
                修改目录
              </button>
            )}
            {open === issue.id && <IssueForm {...form} issue={issue} />}
          </li>
        ))}
      </ul>
    </>
  );
}

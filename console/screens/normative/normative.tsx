/** 规范性文件台账: what waits for a decision first, then what is in force, to come, over; what was decided is entered beside the line. */
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import type { RegisterLine, RegisterView, Routes } from '../../../src/desk/contract.ts';
import { call, download } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { DoneNote } from '../../components/done-note.tsx';
import { Empty } from '../../components/empty.tsx';
import { keepFile } from '../../components/keep-file.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Pages } from '../../components/pages.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useRowKeys } from '../../components/row-keys.ts';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import { usePage } from '../../components/use-page.ts';
import { WaitingLine } from '../../components/waiting-line.tsx';
import { ReviewForm } from './review-form.tsx';
import '../../components/filters.css';
import '../../components/waiting.css';
import './normative.css';

export type ReviewSent = Routes['POST /api/normative/:id/reviews']['sends'];

export default function Normative() {
  const [search] = useSearchParams();
  const [page] = usePage();
  const show = (search.get('show') ?? undefined) as Routes['GET /api/normative']['query']['show'];
  const query = useQuery({
    queryKey: ['normative', show, page],
    queryFn: ({ signal }) => call('GET /api/normative', { query: { ...(show ? { show } : {}), page }, signal }),
    placeholderData: keepPreviousData,
  });
  const sheet = useSend((_: undefined) => download('GET /api/normative/register.xlsx'), keepFile);
  useRowKeys();
  return (
    <>
      <header className="screen-head">
        <h1>规范性文件台账</h1>
        <Button loading={sheet.isPending} onClick={() => sheet.mutate(undefined)}>
          导出台账（Excel）
        </Button>
      </header>
      <ProblemNote error={sheet.error} />
      <Loaded query={query} skeleton={<RowsSkeleton />}>
        {(view) => <Register key={view.shown} view={view} page={page} opened={search.get('document')} />}
      </Loaded>
    </>
  );
}

interface RegisterProps {
  readonly view: RegisterView;
  readonly page: number;
  /** The document whose form stands open at first. */
  readonly opened: string | null;
}

function Register({ view, page, opened }: RegisterProps) {
  const client = useQueryClient();
  const [, turn] = usePage();
  const [open, setOpen] = useState(opened);
  const [done, setDone] = useState('');
  const review = useSend(
    ({ id, ...sends }: ReviewSent & { readonly id: string }) =>
      call('POST /api/normative/:id/reviews', { path: { id }, sends }),
    ({ title, lastReview }: RegisterLine) => {
      setDone(`已经登记《${title}》的清理结果：${lastReview?.verdict ?? ''}。`);
      setOpen(null);
      return client.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[0] === 'normative' || queryKey[0] === 'inbox',
      });
    },
  );
  const turnTo = (id: string | null) => {
    review.reset();
    setDone('');
    setOpen(id);
  };
  const { groups, shown, lines, total, pageSize, clock } = view;
  return (
    <>
      <DoneNote says={done} />
      <nav className="filters screen-only" aria-label="台账的分组">
        {groups.map((group) => (
          <Link
            key={group.name}
            href={`/normative?show=${group.name}`}
            className="step-button"
            aria-current={group.name === shown ? 'page' : undefined}
          >
            {group.term} {group.total}
          </Link>
        ))}
      </nav>
      <p className="soft normative-clock">
        有有效期的，届满前 {clock.days} 日提醒；没有的，每 {clock.years} 年清理一次。两个数在“口径”里改。
      </p>
      {lines.length === 0 ? (
        <Empty
          says={EMPTY[shown]}
          begin={shown === 'waits' ? '到了提醒的日子，会列在这里，也会进入待办。' : undefined}
        />
      ) : (
        <section className="waiting" aria-label={groups.find(({ name }) => name === shown)?.term}>
          <ul>
            {lines.map((line) => (
              <WaitingLine
                key={line.id}
                standing={line}
                to={`/publications/${line.id}`}
                what={line.title}
                bits={bitsOf(line)}
                note={
                  line.lastReview && (
                    <p className="soft">
                      {line.lastReview.on} {line.lastReview.by}登记：{line.lastReview.verdict}。{line.lastReview.why}
                    </p>
                  )
                }
              >
                <div className="normative-steps screen-only">
                  {line.mayNot === null && open !== line.id && (
                    <button type="button" className="step-button" onClick={() => turnTo(line.id)}>
                      登记清理结果
                    </button>
                  )}
                  {line.leadsTo.revise && (
                    <Link href={`/publications/${line.id}/edit`} className="step-button">
                      修改
                    </Link>
                  )}
                  {line.leadsTo.repeal && (
                    <Link href={`/publications/${line.id}?act=repeal`} className="step-button">
                      废止
                    </Link>
                  )}
                </div>
                {open === line.id && line.mayNot === null && (
                  <ReviewForm
                    line={line}
                    verdicts={view.verdicts}
                    error={review.error}
                    pending={review.isPending}
                    onSave={(sent) => review.mutate({ id: line.id, ...sent })}
                    onLeave={() => turnTo(null)}
                  />
                )}
              </WaitingLine>
            ))}
          </ul>
          <Pages page={page} pageSize={pageSize} total={total} onTurn={turn} />
        </section>
      )}
    </>
  );
}

const EMPTY: Readonly<Record<RegisterView['shown'], string>> = {
  waits: '没有要清理或者即将到期的文件。',
  valid: '没有现行有效的规章、规范性文件。',
  notYet: '没有尚未施行的文件。',
  ended: '没有废止、失效的文件。',
};

function bitsOf({ docNo, agency, validity, writtenOn, expiresOn, endedOn, dueFor }: RegisterLine): (string | null)[] {
  return [
    docNo,
    agency,
    `${writtenOn} 成文`,
    expiresOn ? `有效期至 ${expiresOn}` : '没有有效期',
    endedOn ? `${endedOn} 起${validity}` : validity,
    // An end of its own is told already.
    expiresOn === null ? dueFor : null,
  ];
}

/** 工作要点: the list of a year with who owns each, its day and how it stands; what is overdue stands out. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import type { WorkPointPage, WorkPointQuery } from '../../../src/desk/contract.ts';
import { call, download } from '../../api/call.ts';
import { useSession } from '../../api/session.ts';
import { useSend } from '../../api/use-send.ts';
import { DoneNote } from '../../components/done-note.tsx';
import { Empty } from '../../components/empty.tsx';
import { keepFile } from '../../components/keep-file.ts';
import { Loaded } from '../../components/loaded.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useRowKeys } from '../../components/row-keys.ts';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import { yearFrom } from '../../components/year-from.ts';
import { YearLinks } from '../../components/year-links.tsx';
import { NewPointForm } from './new-point-form.tsx';
import { PointRows } from './point-rows.tsx';
import { PointSheet } from './point-sheet.tsx';
import './work-points.css';

const STANDINGS = ['overdue', 'underWay', 'notBegun', 'done'] as const;

export default function WorkPoints() {
  const { today } = useSession();
  const [search] = useSearchParams();
  const year = yearFrom(search.get('year'), today);
  const standing = STANDINGS.find((name) => name === search.get('standing'));
  const asked: WorkPointQuery = { year, ...(standing && { standing }) };
  const query = useQuery({
    queryKey: ['work-points', asked],
    queryFn: ({ signal }) => call('GET /api/work-points', { query: asked, signal }),
  });
  useRowKeys();
  return (
    <>
      <header className="screen-head">
        <h1>工作要点</h1>
        <YearLinks year={year} hrefOf={(one) => `/work-points?year=${one}`} />
      </header>
      <p className="soft">
        一年要做的事，逐项写明依据、责任单位和完成时限。责任单位附上佐证才能报告完成；到期以前十五天和逾期时提醒。
      </p>
      <Loaded query={query} skeleton={<RowsSkeleton />}>
        {(view) => <Shown key={view.year} view={view} standing={standing} />}
      </Loaded>
    </>
  );
}

interface ShownProps {
  readonly view: WorkPointPage;
  readonly standing: WorkPointQuery['standing'];
}

function Shown({ view, standing }: ShownProps) {
  const client = useQueryClient();
  const [opened, setOpened] = useState<'form' | 'sheet' | null>(null);
  const [done, setDone] = useState('');
  const told = (says: string) => {
    setOpened(null);
    setDone(says);
    return client.invalidateQueries({ queryKey: ['work-points'] });
  };
  const { year, counts, lines, agencies } = view;
  const leave = () => setOpened(null);
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <DoneNote says={done} />
      <nav className="point-counts" aria-label="按状态看">
        <Link href={`/work-points?year=${year}`} aria-current={standing === undefined ? 'page' : undefined}>
          <span>全部</span>
          <strong>{all}</strong>
        </Link>
        {counts.map((one) => (
          <Link
            key={one.standing}
            href={`/work-points?year=${year}&standing=${one.standing}`}
            aria-current={standing === one.standing ? 'page' : undefined}
            data-standing={one.count > 0 ? one.standing : undefined}
          >
            <span>{one.term}</span>
            <strong>{one.count}</strong>
          </Link>
        ))}
      </nav>
      {opened === null && (
        <p className="point-buttons screen-only">
          {agencies.length > 0 && (
            <>
              <button type="button" className="step-button" onClick={() => setOpened('form')}>
                列入一项
              </button>
              <button type="button" className="step-button" onClick={() => setOpened('sheet')}>
                用表格列入
              </button>
            </>
          )}
          {all > 0 && <SheetButton year={year} />}
        </p>
      )}
      {opened === 'form' && <NewPointForm view={view} onDone={told} onLeave={leave} />}
      {opened === 'sheet' && <PointSheet view={view} onDone={told} onLeave={leave} />}
      {lines.length > 0 ? (
        <PointRows lines={lines} />
      ) : standing === undefined ? (
        <Empty
          says={`${year}年还没有列入工作要点。`}
          begin={
            agencies.length > 0
              ? '可以逐项列入，也可以下载模板填好，一次列入。'
              : '公开工作机构负责人列入以后，本单位负责的显示在这里。'
          }
        />
      ) : (
        <Empty says="没有这种状态的工作要点。" />
      )}
    </>
  );
}

function SheetButton({ year }: { readonly year: number }) {
  const sheet = useSend((_: undefined) => download('POST /api/work-points/export', { query: { year } }), keepFile);
  return (
    <>
      <Button loading={sheet.isPending} onClick={() => sheet.mutate(undefined)}>
        导出本年要点
      </Button>
      <ProblemNote error={sheet.error} />
    </>
  );
}

/** 比较收集的年报: one measure as a chart, all of them in tables, and a ranking with what to mind about it. The tables say everything the chart shows. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import type { ComparisonView } from '../../../src/desk/contract.ts';
import { call, download } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { ChoiceField } from '../../components/choice-field.tsx';
import { keepFile } from '../../components/keep-file.ts';
import { Loaded } from '../../components/loaded.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import { MeasureChart } from './measure-chart.tsx';
import { Ranking } from './ranking.tsx';
import './compared.css';

export default function Compared() {
  const [search] = useSearchParams();
  const ids = search.get('ids') ?? '';
  const [rank, setRank] = useState('');
  const asked = { ids, ...(rank ? { rank } : {}) };
  const query = useQuery({
    queryKey: ['compared', ids, rank],
    queryFn: ({ signal }) => call('GET /api/collected-reports/compare', { query: asked, signal }),
    placeholderData: keepPreviousData,
  });
  const save = useSend(
    (_: undefined) => download('GET /api/collected-reports/compare.xlsx', { query: asked }),
    keepFile,
  );
  return (
    <>
      <p className="screen-only">
        <Link href="/collected-reports">← 收集的年报</Link>
      </p>
      <header className="screen-head">
        <h1>年报比较</h1>
        <Button loading={save.isPending} onClick={() => save.mutate(undefined)}>
          导出 Excel
        </Button>
      </header>
      <ProblemNote error={save.error} />
      <Loaded query={query} skeleton={<RowsSkeleton />}>
        {(view) => <Shown view={view} rank={rank} onRank={setRank} />}
      </Loaded>
    </>
  );
}

interface ShownProps {
  readonly view: ComparisonView;
  readonly rank: string;
  readonly onRank: (key: string) => void;
}

function Shown({ view, rank, onRank }: ShownProps) {
  const measures = view.tables.flatMap((table) =>
    table.measures.map((measure) => ({ ...measure, table: table.title })),
  );
  const shown = measures.find(({ key }) => key === rank) ?? measures[0];
  if (!shown) return <p>选的年报里没有可以比较的数。</p>;
  return (
    <div className="compared">
      <section className="card" aria-labelledby="one">
        <h2 id="one">一个指标</h2>
        <ChoiceField
          label="指标"
          value={shown.key}
          choices={measures.map(({ key, term, table }) => ({ value: key, term: `${table}：${term}` }))}
          onChange={onRank}
          wrong={null}
        />
        <MeasureChart measure={shown} subjects={view.subjects} />
        {rank !== '' && view.ranking && <Ranking ranking={view.ranking} />}
      </section>
      {view.cautions.length > 0 && (
        <section className="card" aria-labelledby="cautions">
          <h2 id="cautions">比较时注意</h2>
          <ul className="cautions">
            {view.cautions.map((says) => (
              <li key={says}>{says}</li>
            ))}
          </ul>
        </section>
      )}
      {view.tables.map((table) => (
        <ComparedTable key={table.key} table={table} subjects={view.subjects} />
      ))}
    </div>
  );
}

function ComparedTable({
  table,
  subjects,
}: {
  readonly table: ComparisonView['tables'][number];
  readonly subjects: ComparisonView['subjects'];
}) {
  return (
    <section className="card" aria-labelledby={`table-${table.key}`}>
      <h2 id={`table-${table.key}`}>{table.title}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by the keyboard */}
      <section className="compared-scroll" aria-label={`${table.title}，可以左右滚动`} tabIndex={0}>
        <table className="rows">
          <thead>
            <tr>
              <th scope="col">指标</th>
              {subjects.map(({ label, path }) => (
                <th key={path} scope="col" className="figures">
                  <Link href={path}>{label}</Link>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.measures.map(({ key, term, unit, values }) => (
              <tr key={key}>
                <th scope="row">{unit === '%' ? term : `${term}（${unit}）`}</th>
                {values.map(({ value, says }, at) => (
                  <td key={subjects[at]!.path} className={value === null ? 'soft figures' : 'figures'}>
                    {says}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

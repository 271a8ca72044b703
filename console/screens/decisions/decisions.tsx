/** 双公示: what waits to be shown first, the sheet to register, and every decision by name or number; one that was revoked is taken back here. */
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import type { DecisionPage, DecisionQuery } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { Empty } from '../../components/empty.tsx';
import { FindBox } from '../../components/find-box.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Pages } from '../../components/pages.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import { DecisionRows } from './decision-rows.tsx';
import { DecisionSheet } from './decision-sheet.tsx';
import { Imports } from './imports.tsx';
import '../../components/filters.css';
import '../../components/table.css';
import './decisions.css';

const KINDS = { licensing: '行政许可', punishment: '行政处罚' } as const;
const STATES = { '': '全部', registered: '待公示', published: '已公示', withdrawn: '已撤回' } as const;

export default function Decisions() {
  const [search, setSearch] = useSearchParams();
  const client = useQueryClient();
  const kind = search.get('kind') === 'punishment' ? 'punishment' : 'licensing';
  const state = (search.get('state') ?? '') as keyof typeof STATES;
  const words = search.get('words') ?? '';
  const page = Number(search.get('page') ?? 1);
  const asked: DecisionQuery = { kind, page, ...(state ? { state } : {}), ...(words ? { words } : {}) };
  const query = useQuery({
    queryKey: ['decisions', asked],
    queryFn: ({ signal }) => call('GET /api/decisions', { query: asked, signal }),
    placeholderData: keepPreviousData,
  });
  const turn = (change: Readonly<Record<string, string>>) => {
    const next = new URLSearchParams({ kind, state, words, ...change });
    for (const [name, value] of [...next]) if (value === '') next.delete(name);
    setSearch(next);
  };
  const refresh = () => client.invalidateQueries({ queryKey: ['decisions'] });
  return (
    <>
      <header className="screen-head">
        <h1>双公示</h1>
      </header>
      <nav className="decision-kinds" aria-label="哪一种">
        {(Object.keys(KINDS) as (keyof typeof KINDS)[]).map((name) => (
          <button
            key={name}
            type="button"
            className="step-button"
            aria-pressed={name === kind}
            onClick={() => turn({ kind: name, page: '' })}
          >
            {KINDS[name]}
          </button>
        ))}
      </nav>
      <Loaded query={query} skeleton={<RowsSkeleton />}>
        {(view) => (
          <>
            <WaitingNote
              kind={kind}
              view={view}
              onSee={() => turn({ state: 'registered', page: '' })}
              onDone={refresh}
            />
            {view.registers.length > 0 && (
              <DecisionSheet key={kind} kind={kind} agencies={view.registers} onDone={refresh} />
            )}
            <Imports />
            <div className="filters">
              <FindBox
                asked={words}
                among="单位名称、姓名或者文书号"
                onFind={(said) => turn({ words: said, page: '' })}
              />
              <select
                className="box narrow"
                aria-label="状态"
                value={state}
                onChange={({ target }) => turn({ state: target.value, page: '' })}
              >
                {Object.entries(STATES).map(([name, term]) => (
                  <option key={name} value={name}>
                    {term}
                  </option>
                ))}
              </select>
            </div>
            <Shown view={view} onDone={refresh} onTurn={(n) => turn({ page: String(n) })} page={page} />
          </>
        )}
      </Loaded>
    </>
  );
}

interface WaitingProps {
  readonly kind: DecisionQuery['kind'];
  readonly view: DecisionPage;
  readonly onSee: () => void;
  readonly onDone: () => unknown;
}

function WaitingNote({ kind, view: { waiting, late, shows }, onSee, onDone }: WaitingProps) {
  if (waiting === 0) return null;
  return (
    <section className="card step waiting-note" aria-label="待公示">
      <p>
        <strong>{waiting} 件待公示</strong>
        {late > 0 && <span className="field-wrong">，其中 {late} 件已经超过七个工作日</span>}
        。由登记以外的发布人核对后公示。
      </p>
      <div className="waiting-steps">
        <Button onClick={onSee}>看待公示的，最早到期的在前</Button>
        {shows
          .filter((agency) => agency.waiting > 0)
          .map((agency) => (
            <ShowAll key={agency.name} kind={kind} agency={agency} onDone={onDone} />
          ))}
      </div>
    </section>
  );
}

interface ShowAllProps {
  readonly kind: DecisionQuery['kind'];
  readonly agency: DecisionPage['shows'][number];
  readonly onDone: () => unknown;
}

/** 全部公示: asked once more, since the public sees them at once. */
function ShowAll({ kind, agency, onDone }: ShowAllProps) {
  const [asked, setAsked] = useState(false);
  const show = useSend(
    async (sends: { agencyId: string; kind: DecisionQuery['kind']; seen: number }) => {
      try {
        return await call('POST /api/decisions/shown-all', { sends });
      } catch (error) {
        // Some may be shown already, and others have come.
        await onDone();
        setAsked(false);
        throw error;
      }
    },
    () => {
      setAsked(false);
      return onDone();
    },
  );
  if (!asked)
    return (
      <>
        <Button onClick={() => setAsked(true)}>
          公示{agency.term}的全部 {agency.waiting} 件
        </Button>
        <ProblemNote error={show.error} />
      </>
    );
  return (
    <fieldset className="show-all">
      <legend>
        公示{agency.term}待公示的全部 {agency.waiting} 件{KINDS[kind]}？
      </legend>
      <p className="soft">公示以后门户上立即看得到，也报送信用平台。请先核对登记的表格。</p>
      <Button
        type="primary"
        loading={show.isPending}
        onClick={() => show.mutate({ agencyId: agency.name, kind, seen: agency.seen })}
      >
        确定公示 {agency.waiting} 件
      </Button>
      <Button disabled={show.isPending} onClick={() => setAsked(false)}>
        先不公示
      </Button>
    </fieldset>
  );
}

interface ShownProps {
  readonly view: DecisionPage;
  readonly page: number;
  readonly onDone: () => unknown;
  readonly onTurn: (page: number) => void;
}

function Shown({ view, page, onDone, onTurn }: ShownProps) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const waits = view.lines.filter((line) => line.waits);
  const show = useSend(
    (sends: { agencyId: string; ids: string[] }) => call('POST /api/decisions/shown', { sends }),
    () => {
      setChosen([]);
      return onDone();
    },
  );
  if (view.total === 0)
    return <Empty says="没有符合的处理决定。" begin="登记以后，由另一位发布人核对、公示；件数自动计入年度报告表二。" />;
  const picked = waits.filter(({ id }) => chosen.includes(id));
  const agencyIds = [...new Set(picked.map(({ agencyId }) => agencyId))];
  const mayShow = view.shows.length > 0 && waits.length > 0;
  return (
    <>
      {mayShow && (
        <div className="show-bar">
          <Button onClick={() => setChosen(picked.length === waits.length ? [] : waits.map(({ id }) => id))}>
            {picked.length === waits.length ? '都不选' : `选中本页 ${waits.length} 件`}
          </Button>
          <Button
            type="primary"
            disabled={agencyIds.length !== 1}
            title={agencyIds.length > 1 ? '一次公示一个机关的' : undefined}
            loading={show.isPending}
            onClick={() => show.mutate({ agencyId: agencyIds[0]!, ids: picked.map(({ id }) => id) })}
          >
            公示选中的 {picked.length} 件
          </Button>
          {agencyIds.length > 1 && <span className="soft">一次公示一个机关的，请分开选。</span>}
        </div>
      )}
      <ProblemNote error={show.error} />
      <DecisionRows
        view={view}
        chosen={mayShow ? chosen : null}
        onChoose={(id, on) => setChosen(on ? [...chosen, id] : chosen.filter((one) => one !== id))}
        onDone={onDone}
      />
      <Pages page={page} pageSize={view.pageSize} total={view.total} onTurn={onTurn} />
    </>
  );
}

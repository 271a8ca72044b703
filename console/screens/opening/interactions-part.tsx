/** 互动回应: the year's figures, the records behind them, and the form for one more. */
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import type { NewInteraction } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { DoneNote } from '../../components/done-note.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { onlyAgency } from '../../components/only-agency.ts';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import { YearLinks } from '../../components/year-links.tsx';
import type { PartProps } from './balance.tsx';
import { InteractionForm } from './interaction-form.tsx';
import { InteractionList } from './interaction-list.tsx';
import { interactionsFrom } from './interactions-query.ts';
import { NotYours } from './not-yours.tsx';

export function InteractionsPart({ view, today }: PartProps) {
  const [search, setSearch] = useSearchParams();
  const asked = interactionsFrom(search, today);
  const client = useQueryClient();
  const [writing, setWriting] = useState(false);
  const [done, setDone] = useState('');
  const [round, setRound] = useState(0);
  const [agencyId, setAgencyId] = useState(onlyAgency(view.interactionsFor).name);
  const query = useQuery({
    queryKey: ['interactions', asked],
    queryFn: ({ signal }) => call('GET /api/interactions', { query: asked, signal }),
    placeholderData: keepPreviousData,
  });
  const record = useSend(
    (sends: NewInteraction) => call('POST /api/interactions', { sends }),
    (after, sent) => {
      setAgencyId(sent.agencyId);
      setDone(`已经登记：${sent.title}。`);
      setRound((before) => before + 1);
      setSearch({ part: 'interactions', year: String(after.year) });
      return client.invalidateQueries({ predicate: ({ queryKey }) => SHOW_INTERACTIONS.includes(queryKey[0]) });
    },
  );
  const turn = (open: boolean) => {
    record.reset();
    setDone('');
    setWriting(open);
  };
  const turnTo = (name: 'kind' | 'page', value: string) =>
    setSearch((before) => {
      before.delete('page');
      if (value) before.set(name, value);
      else before.delete(name);
      return before;
    });
  return (
    <>
      <DoneNote says={done} />
      {view.interactionsFor.length === 0 && <NotYours />}
      {writing && (
        <InteractionForm
          key={round}
          view={view}
          today={today}
          agencyId={agencyId}
          error={record.error}
          pending={record.isPending}
          onSave={record.mutate}
          onLeave={() => turn(false)}
        />
      )}
      {view.interactionsFor.length > 0 && !writing && (
        <button type="button" className="step-button begin" onClick={() => turn(true)}>
          登记一次互动
        </button>
      )}
      <header className="year-bar">
        <h2>{asked.year} 年的互动</h2>
        <YearLinks year={asked.year} hrefOf={(one) => `/opening?part=interactions&year=${one}`} />
      </header>
      <Loaded query={query} skeleton={<RowsSkeleton />}>
        {(page) => <InteractionList view={page} asked={asked} onTurn={turnTo} />}
      </Loaded>
    </>
  );
}

const SHOW_INTERACTIONS: readonly unknown[] = ['interactions', 'report', 'reports'];

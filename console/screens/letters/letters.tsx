/** 文书设置: what letters say of review body, court, online channel and payment, and the wording of each kind. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import type { LetterSettingsView } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { AgencyField } from '../../components/agency-field.tsx';
import { DoneNote } from '../../components/done-note.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import { Particulars } from './particulars.tsx';
import { Wording } from './wording.tsx';
import '../../components/step.css';
import './letters.css';

export default function Letters() {
  const [search, setSearch] = useSearchParams();
  const agencyId = search.get('agency') ?? undefined;
  const query = useQuery({
    queryKey: ['letters', agencyId ?? ''],
    queryFn: ({ signal }) => call('GET /api/letter-settings', { query: agencyId ? { agencyId } : {}, signal }),
  });
  return (
    <>
      <header className="screen-head">
        <h1>文书设置</h1>
        <p className="soft">文书里法律没有写明名称的地方，由本机关填写；用语可以改成本机关习惯的说法。</p>
      </header>
      <Loaded query={query} skeleton={<RowsSkeleton />}>
        {(view) => (
          <>
            <AgencyField agencies={view.agencies} value={view.agencyId} onChange={(agency) => setSearch({ agency })} />
            <OpenLetters key={view.agencyId} view={view} />
          </>
        )}
      </Loaded>
    </>
  );
}

function OpenLetters({ view }: { readonly view: LetterSettingsView }) {
  const client = useQueryClient();
  const [done, setDone] = useState('');
  const [search] = useSearchParams();
  const keep = (after: LetterSettingsView, says: string) => {
    client.setQueryData(['letters', search.get('agency') ?? ''], after);
    setDone(says);
  };
  return (
    <>
      {!view.change.allowed && <p className="soft why-not">{view.change.why}</p>}
      <DoneNote says={done} />
      <Particulars view={view} onDone={keep} />
      <h2 className="letters-part">用语</h2>
      <p className="soft">双花括号里的是栏目，制发时由系统代入；标“必须”的不能删。</p>
      <ul className="letter-kinds">
        {view.kinds.map((kind) => (
          <Wording key={`${kind.kind}${kind.adopted}`} view={view} kind={kind} onDone={keep} />
        ))}
      </ul>
    </>
  );
}

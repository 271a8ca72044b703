/** 机构人员: who works where, with which roles; the security administrator adds and changes, the auditor reads. */

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { NewAgency, NewOfficer, OfficerAct, PeopleView } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { Empty } from '../../components/empty.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import { AgencyForm } from './agency-form.tsx';
import { AgencyTree } from './agency-tree.tsx';
import { CountyDeputations } from './county-deputations.tsx';
import { FoundingForm } from './founding-form.tsx';
import { NewOfficerForm } from './new-officer-form.tsx';
import { OfficerPanel } from './officer-panel.tsx';
import { OfficerRows } from './officer-rows.tsx';
import '../../components/table.css';
import './people.css';

/** What stands beside the lists: a form, or one officer; the founding day stands beside the name of its agency. */
type Beside =
  | { readonly kind: 'newOfficer' }
  | { readonly kind: 'newAgency' }
  | { readonly kind: 'founding'; readonly id: string }
  | { readonly kind: 'officer'; readonly id: string };

export default function People() {
  const query = useQuery({ queryKey: ['people'], queryFn: ({ signal }) => call('GET /api/people', { signal }) });
  return (
    <Loaded query={query} skeleton={<RowsSkeleton />}>
      {(view) => <OpenPeople view={view} />}
    </Loaded>
  );
}

function OpenPeople({ view }: { readonly view: PeopleView }) {
  const client = useQueryClient();
  const [beside, setBeside] = useState<Beside | null>(null);
  const [done, setDone] = useState('');
  const change = useMutation({
    mutationFn: (ask: () => Promise<PeopleView>) => ask(),
    onSuccess: (after) => {
      client.setQueryData(['people'], after);
      setBeside(null);
      return client.invalidateQueries({ queryKey: ['vocabulary'] });
    },
  });
  const turn = (to: Beside | null) => {
    change.reset();
    setDone('');
    setBeside(to);
  };
  const save = (says: string, ask: () => Promise<PeopleView>) => change.mutate(ask, { onSuccess: () => setDone(says) });
  const chosen = beside?.kind === 'officer' ? view.officers.find(({ id }) => id === beside.id) : undefined;
  const form = { view, error: change.error, pending: change.isPending, onLeave: () => turn(null) };

  const founding = (agency: PeopleView['agencies'][number]) => {
    if (beside?.kind === 'founding' && beside.id === agency.name)
      return (
        <FoundingForm
          {...form}
          agency={agency}
          onSave={(foundedOn) =>
            save(`已经保存：${agency.term}的成立日期。`, () =>
              call('POST /api/people/agencies/:id/founding', { path: { id: agency.name }, sends: { foundedOn } }),
            )
          }
        />
      );
    return (
      view.administer.allowed && (
        <Button
          size="small"
          aria-label={`${agency.foundedOn ? '更正' : '填写'}${agency.term}的成立日期`}
          onClick={() => turn({ kind: 'founding', id: agency.name })}
        >
          {agency.foundedOn ? '更正' : '成立日期'}
        </Button>
      )
    );
  };

  return (
    <>
      <header className="screen-head">
        <h1>机构人员</h1>
        {view.administer.allowed && (
          <p className="head-buttons">
            <button type="button" className="step-button" onClick={() => turn({ kind: 'newOfficer' })}>
              添加人员
            </button>
            <button type="button" className="step-button" onClick={() => turn({ kind: 'newAgency' })}>
              添加机关
            </button>
          </p>
        )}
      </header>
      {!view.administer.allowed && <p className="soft">{view.administer.why}</p>}
      <p className="done-note" role="status">
        {done}
      </p>
      {beside?.kind === 'newOfficer' && (
        <NewOfficerForm
          {...form}
          onSave={(sends: NewOfficer) =>
            save(`已经添加：${sends.name}。`, () => call('POST /api/people/officers', { sends }))
          }
        />
      )}
      {beside?.kind === 'newAgency' && (
        <AgencyForm
          {...form}
          onSave={(sends: NewAgency) =>
            save(`已经添加：${sends.name}。`, () => call('POST /api/people/agencies', { sends }))
          }
        />
      )}
      {chosen && (
        <OfficerPanel
          key={chosen.id}
          {...form}
          officer={chosen}
          onAct={(sends: OfficerAct) =>
            save(`已经更新：${chosen.name}。`, () =>
              call('POST /api/people/officers/:id/acts', { path: { id: chosen.id }, sends }),
            )
          }
        />
      )}
      {view.officers.length === 0 ? (
        <Empty says="还没有人员。" begin="从“添加人员”开始。" />
      ) : (
        <OfficerRows
          officers={view.officers}
          {...(view.administer.allowed ? { onChoose: (id: string) => turn({ kind: 'officer', id }) } : {})}
        />
      )}
      <CountyDeputations />
      <AgencyTree view={view} founding={founding} />
    </>
  );
}

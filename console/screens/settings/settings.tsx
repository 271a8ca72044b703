/** 口径设置: points the law leaves open or whose text is 待核, each with what the county does; a change recounts open applications. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SettingChange, SettingsView } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { DoneNote } from '../../components/done-note.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { movedInWords } from '../../components/moved.ts';
import { MovedFiles } from '../../components/moved-files.tsx';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import { useRecount } from '../../components/use-recount.ts';
import { Changes } from './changes.tsx';
import { SettingCard } from './setting-card.tsx';
import { SettingForm } from './setting-form.tsx';
import '../../components/step.css';
import './settings.css';

export default function Settings() {
  const query = useQuery({ queryKey: ['settings'], queryFn: ({ signal }) => call('GET /api/settings', { signal }) });
  return (
    <>
      <header className="screen-head">
        <h1>口径设置</h1>
        <p className="soft">法律没有写明、或者原文待核的地方，全县按这里的答案办。</p>
      </header>
      <Loaded query={query} skeleton={<RowsSkeleton />}>
        {(view) => <OpenSettings view={view} />}
      </Loaded>
    </>
  );
}

function OpenSettings({ view: { settings, changes, change, moved } }: { readonly view: SettingsView }) {
  const client = useQueryClient();
  const [changing, setChanging] = useState<string | null>(null);
  const [done, setDone] = useState('');
  const recount = useRecount();
  const save = useSend(
    (sends: SettingChange) => call('POST /api/settings', { sends }),
    (after, { name }) => {
      client.setQueryData(['settings'], after);
      const term = after.settings.find((one) => one.name === name)?.term ?? '';
      setDone(`已经修改：${term}。${movedInWords(after.moved)}`);
      setChanging(null);
      return recount();
    },
  );
  const turn = (to: string | null) => {
    save.reset();
    setDone('');
    setChanging(to);
  };
  return (
    <>
      {!change.allowed && (
        <p className="soft why-not" id="why-not">
          {change.why}
        </p>
      )}
      <DoneNote says={done} />
      {done && <MovedFiles moved={moved ?? []} />}
      <ul className="settings">
        {settings.map((setting) => (
          <SettingCard key={setting.name} setting={setting}>
            {changing === setting.name ? (
              <SettingForm
                setting={setting}
                change={change}
                error={save.error}
                pending={save.isPending}
                onSave={save.mutate}
                onLeave={() => turn(null)}
              />
            ) : (
              <button
                type="button"
                className="step-button"
                disabled={!change.allowed}
                aria-describedby={change.allowed ? undefined : 'why-not'}
                onClick={() => turn(setting.name)}
              >
                修改口径<span className="heard">：{setting.term}</span>
              </button>
            )}
          </SettingCard>
        ))}
      </ul>
      <Changes changes={changes} />
    </>
  );
}

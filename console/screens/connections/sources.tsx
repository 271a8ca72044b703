/** 来源单位: who may deliver here or is asked for what it offers, what came of each. */
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { ConnectionsView, SourceActSent, SourceLine, SourceSent } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { SourceForm } from '../../components/connections/source-form.tsx';
import { TakingState } from '../../components/connections/taking-state.tsx';
import { momentOf } from '../../components/day.ts';
import { Empty } from '../../components/empty.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';

const DONE: Readonly<Record<SourceActSent['verb'], string>> = {
  change: '已经修改。',
  close: '已经停用，不再接收，也不再去取。',
  reopen: '已经重新开通。',
  takeNow: '已经安排，几秒钟以后开始取，进展看“去取的状况”。',
};

interface SourcesProps {
  readonly view: ConnectionsView;
  readonly onDone: (says: string) => void;
}

/** A form is open for a new one, or for one that is registered. */
type Writing = 'new' | SourceLine | null;

export function Sources({ view, onDone }: SourcesProps) {
  const client = useQueryClient();
  const [writing, setWriting] = useState<Writing>(null);
  const kept = (after: ConnectionsView, says: string) => {
    client.setQueryData(['connections'], after);
    setWriting(null);
    onDone(says);
  };
  const admit = useSend(
    (sends: SourceSent) => call('POST /api/sources', { sends }),
    (after, { takeFrom }) =>
      kept(after, takeFrom === '' ? '已经登记，这个单位可以推送了。' : '已经登记，几秒钟以后开始取。'),
  );
  const act = useSend(
    ({ id, sends }: { readonly id: string; readonly sends: SourceActSent }) =>
      call('POST /api/sources/:id/acts', { path: { id }, sends }),
    (after, { sends }) => kept(after, DONE[sends.verb]),
  );
  return (
    <section aria-labelledby="in" className="sources">
      <header className="connections-head">
        <h2 id="in">接收自</h2>
        {writing === null && <Button onClick={() => setWriting('new')}>登记一个单位</Button>}
      </header>
      {writing === 'new' && (
        <div className="card side-form">
          <SourceForm
            verb="登记来源单位"
            error={admit.error}
            pending={admit.isPending}
            onSend={admit.mutate}
            onLeave={() => setWriting(null)}
          />
        </div>
      )}
      {writing !== null && writing !== 'new' && (
        <div className="card side-form">
          <SourceForm
            key={writing.id}
            begins={writing}
            verb="保存修改"
            error={act.error}
            pending={act.isPending}
            onSend={(settings) => act.mutate({ id: writing.id, sends: { verb: 'change', settings } })}
            onLeave={() => setWriting(null)}
          />
        </div>
      )}
      {writing === null && <ProblemNote error={act.error} />}
      {view.sources.length === 0 ? (
        <Empty
          says="没有登记的单位一律不收。"
          begin={`要接收下级网站的信息，先在这里登记，再把地址（门户网址加 /exchange/v1）、账号和密钥交给对方；要去上级平台取的，写上取的地址。`}
        />
      ) : (
        <SourceRows lines={view.sources} onAct={(id, sends) => act.mutate({ id, sends })} onChange={setWriting} />
      )}
    </section>
  );
}

interface SourceRowsProps {
  readonly lines: readonly SourceLine[];
  readonly onAct: (id: string, sends: SourceActSent) => void;
  readonly onChange: (line: SourceLine) => void;
}

function SourceRows({ lines, onAct, onChange }: SourceRowsProps) {
  return (
    <div className="card table-card">
      <table className="rows">
        <caption className="heard">接收自哪些单位</caption>
        <thead>
          <tr>
            <th scope="col">单位</th>
            <th scope="col">账号、密钥文件</th>
            <th scope="col" className="number">
              显示的信息
            </th>
            <th scope="col">最近收到</th>
            <th scope="col">去取的状况</th>
            <th scope="col">办理</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id} className="row">
              <th scope="row">
                {line.name}
                <span className="soft connection-way">{line.siteUrl}</span>
              </th>
              <td data-term="账号">
                {line.keyId}
                <span className="soft connection-way">{line.secretFile}</span>
              </td>
              <td className="number" data-term="显示">
                {line.shown}
              </td>
              <td data-term="最近收到">
                {line.lastAt ? <time dateTime={line.lastAt}>{momentOf(line.lastAt)}</time> : '还没有收到'}
              </td>
              <td>
                <TakingState line={line} />
              </td>
              <td>
                <span className="head-buttons">
                  {line.open && line.takeFrom !== '' && (
                    <button type="button" className="step-button" onClick={() => onAct(line.id, { verb: 'takeNow' })}>
                      现在取一次<span className="heard">：{line.name}</span>
                    </button>
                  )}
                  <button type="button" className="step-button" onClick={() => onChange(line)}>
                    修改<span className="heard">：{line.name}</span>
                  </button>
                  <button
                    type="button"
                    className="step-button"
                    onClick={() => onAct(line.id, { verb: line.open ? 'close' : 'reopen' })}
                  >
                    {line.open ? '停用' : '重新开通'}
                    <span className="heard">：{line.name}</span>
                  </button>
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** 来源单位: who may deliver here, what each has delivered. */
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import type { ConnectionsView, SourceLine, SourceSent } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { momentOf } from '../../components/day.ts';
import { Empty } from '../../components/empty.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { TextField } from '../../components/text-field.tsx';

interface SourcesProps {
  readonly view: ConnectionsView;
  readonly onDone: (says: string) => void;
}

export function Sources({ view, onDone }: SourcesProps) {
  const client = useQueryClient();
  const [writing, setWriting] = useState(false);
  const kept = (says: string) => (after: ConnectionsView) => {
    client.setQueryData(['connections'], after);
    setWriting(false);
    onDone(says);
  };
  const admit = useSend(
    (sends: SourceSent) => call('POST /api/sources', { sends }),
    kept('已经登记，这个单位可以推送了。'),
  );
  const turn = useSend(
    ({ id, open }: SourceLine) =>
      call('POST /api/sources/:id/acts', { path: { id }, sends: { verb: open ? 'close' : 'reopen' } }),
    kept('已经记下。'),
  );
  return (
    <section aria-labelledby="in" className="sources">
      <header className="connections-head">
        <h2 id="in">接收自</h2>
        {!writing && <Button onClick={() => setWriting(true)}>登记一个单位</Button>}
      </header>
      {writing && (
        <div className="card side-form">
          <SourceForm
            error={admit.error}
            pending={admit.isPending}
            onSend={admit.mutate}
            onLeave={() => setWriting(false)}
          />
        </div>
      )}
      <ProblemNote error={turn.error} />
      {view.sources.length === 0 ? (
        <Empty
          says="没有登记的单位一律不收。"
          begin={`要接收下级网站的信息，先在这里登记，再把地址（门户网址加 /exchange/v1）、账号和密钥交给对方。`}
        />
      ) : (
        <SourceRows lines={view.sources} onTurn={turn.mutate} />
      )}
    </section>
  );
}

interface SourceFormProps {
  readonly error: unknown;
  readonly pending: boolean;
  readonly onSend: (sent: SourceSent) => void;
  readonly onLeave: () => void;
}

function SourceForm({ error, pending, onSend, onLeave }: SourceFormProps) {
  const [written, setWritten] = useState<SourceSent>({ name: '', siteUrl: '', keyId: '', secretFile: '' });
  const set = (change: Partial<SourceSent>) => setWritten({ ...written, ...change });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSend(written);
  };
  return (
    <form onSubmit={submit} noValidate aria-label="登记来源单位">
      <TextField
        label="单位名称"
        value={written.name}
        onChange={(name) => set({ name })}
        hint="显示给公众，例如“示例县人民政府”。"
      />
      <TextField
        label="网站地址"
        value={written.siteUrl}
        onChange={(siteUrl) => set({ siteUrl })}
        hint="原文只链接到这个网站。"
      />
      <TextField label="接口账号" value={written.keyId} onChange={(keyId) => set({ keyId })} />
      <TextField
        label="密钥文件"
        value={written.secretFile}
        onChange={(secretFile) => set({ secretFile })}
        hint="只写文件名。"
      />
      <ProblemNote error={error} />
      <p className="head-buttons">
        <Button type="primary" htmlType="submit" loading={pending}>
          登记来源单位
        </Button>
        <Button onClick={onLeave}>不办，返回</Button>
      </p>
    </form>
  );
}

function SourceRows({
  lines,
  onTurn,
}: {
  readonly lines: readonly SourceLine[];
  readonly onTurn: (line: SourceLine) => void;
}) {
  return (
    <div className="card table-card">
      <table className="rows">
        <caption className="heard">可以推送到这里的单位</caption>
        <thead>
          <tr>
            <th scope="col">单位</th>
            <th scope="col">接口账号</th>
            <th scope="col">密钥文件</th>
            <th scope="col" className="number">
              显示的信息
            </th>
            <th scope="col">最近收到</th>
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
              <td data-term="账号">{line.keyId}</td>
              <td data-term="密钥文件">{line.secretFile}</td>
              <td className="number" data-term="显示">
                {line.shown}
              </td>
              <td>{line.lastAt ? <time dateTime={line.lastAt}>{momentOf(line.lastAt)}</time> : '还没有收到'}</td>
              <td>
                <button type="button" className="step-button" onClick={() => onTurn(line)}>
                  {line.open ? '停用' : '重新开通'}
                  <span className="heard">：{line.name}</span>
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

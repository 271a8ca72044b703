/** 收集年报: one file, or an archive of many; what could not be read is named with its reason. */
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { Link } from 'wouter';
import type { Collected, Term } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { AgencyField } from '../../components/agency-field.tsx';
import { FileField } from '../../components/file-field.tsx';
import { focusFirstWrong } from '../../components/focus-wrong.ts';
import { onlyAgency } from '../../components/only-agency.ts';
import { ProblemNote } from '../../components/problem-note.tsx';

export interface CollectFormProps {
  readonly agencies: readonly Term[];
  readonly onDone: () => unknown;
}

export function CollectForm({ agencies, onDone }: CollectFormProps) {
  const [agencyId, setAgencyId] = useState(onlyAgency(agencies).name);
  const [file, setFile] = useState<File | null>(null);
  const [tried, setTried] = useState(false);
  const [round, setRound] = useState(0);
  const upload = useSend(
    (sends: { agencyId: string; file: File }) => call('POST /api/collected-reports', { sends }),
    () => {
      setFile(null);
      setTried(false);
      setRound(round + 1);
      return onDone();
    },
  );
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (agencyId === '' || file === null) return focusFirstWrong(event.currentTarget);
    return upload.mutate({ agencyId, file });
  };
  return (
    <form className="card collect-form" onSubmit={send} noValidate>
      <h2>收集年报</h2>
      <div className="collect-fields">
        <AgencyField
          agencies={agencies}
          value={agencyId}
          onChange={setAgencyId}
          hint="收到哪个机关的名下"
          wrong={tried && agencyId === '' ? '请选择收到哪个机关的名下。' : null}
        />
        <FileField
          key={round}
          label="年报文件"
          accept=".docx,.xlsx,.pdf,.html,.htm,.txt,.md,.json,.csv,.zip"
          file={file}
          disabled={upload.isPending}
          onChoose={setFile}
          wrong={tried && file === null ? '请选择年报文件，或者装着多份年报的压缩包。' : null}
        />
        <Button type="primary" htmlType="submit" loading={upload.isPending}>
          {upload.isPending ? '正在读取……' : '读取并收集'}
        </Button>
      </div>
      <ProblemNote error={upload.error} />
      {upload.data && <Outcome collected={upload.data} />}
    </form>
  );
}

function Outcome({ collected: { added, refused, left } }: { readonly collected: Collected }) {
  const open = added.filter((one) => one.open > 0);
  return (
    <div className="collect-outcome" role="status">
      <p>
        收集了 {added.length} 份{refused.length > 0 && `，${refused.length} 份读不了`}
        {left > 0 && `，还有 ${left} 份没有读取，请分几次上传`}。
      </p>
      {open.length > 0 && (
        <ul>
          {open.map(({ id, name, open: cells }) => (
            <li key={id}>
              <Link href={`/collected-reports/${encodeURIComponent(id)}`}>{name}</Link>：{cells} 格待定，请对着原文定。
            </li>
          ))}
        </ul>
      )}
      {refused.length > 0 && (
        <ul>
          {refused.map(({ name, says }) => (
            <li key={name}>
              “{name}”：{says}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** 用表格列入: checked first, with every line as it was read, and only then written; one faulty line and nothing is. */
import { Button } from 'antd';
import { useState } from 'react';
import { call, download, problemOf } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { AgencyField } from '../../components/agency-field.tsx';
import { FileField } from '../../components/file-field.tsx';
import { keepFile } from '../../components/keep-file.ts';
import { onlyAgency } from '../../components/only-agency.ts';
import { FaultRows } from '../../components/sheets/fault-rows.tsx';
import { copyOf } from '../../components/sheets/sheet-file.ts';
import { SideForm } from '../../components/side-form.tsx';
import type { PointFormProps } from './new-point-form.tsx';
import '../../components/table.css';

export function PointSheet({ view: { year, agencies }, onDone, onLeave }: PointFormProps) {
  const [agencyId, setAgencyId] = useState(onlyAgency(agencies).name);
  const [file, setFile] = useState<File | null>(null);
  const [tried, setTried] = useState(false);
  const template = useSend((_: undefined) => download('GET /api/work-points/template'), keepFile);
  const send = async (chosen: File, trial: boolean) =>
    call('POST /api/work-points/sheet', {
      query: { year, trial },
      sends: { agencyId, file: await copyOf(chosen) },
    });
  const check = useSend(
    (chosen: File) => send(chosen, true),
    () => undefined,
  );
  const write = useSend(
    (chosen: File) => send(chosen, false),
    ({ says }) => onDone(says),
  );
  const forget = () => {
    check.reset();
    write.reset();
  };
  const issues = [check.error, write.error].flatMap((error) => (error ? problemOf(error).issues : []));
  const submit = () => {
    setTried(true);
    if (file === null || agencyId === '') return false;
    if (check.data) write.mutate(file);
    else check.mutate(file);
    return true;
  };
  return (
    <SideForm
      title={`用表格列入${year}年的要点`}
      verb={check.data ? '写入要点' : '核对这份表格'}
      error={write.error ?? check.error ?? template.error}
      pending={check.isPending || write.isPending}
      onSubmit={submit}
      onLeave={onLeave}
    >
      <p className="soft">先核对，逐行看过再写入。有一行不合格，整份都不写入；已经列入的不会重复列入。</p>
      <p>
        <Button loading={template.isPending} onClick={() => template.mutate(undefined)}>
          下载模板
        </Button>
      </p>
      <AgencyField
        agencies={agencies}
        value={agencyId}
        onChange={(to) => {
          forget();
          setAgencyId(to);
        }}
        hint="谁的要点"
        wrong={tried && agencyId === '' ? '请选择列入哪个机关的要点。' : null}
      />
      <FileField
        label="填好的表格"
        accept=".xlsx"
        file={file}
        disabled={check.isPending || write.isPending}
        onChoose={(chosen) => {
          forget();
          setFile(chosen);
        }}
        wrong={tried && file === null ? '请先选择填好的表格。' : null}
      />
      {issues.length > 0 && <FaultRows issues={issues} />}
      {check.data && (
        <div role="status">
          <p className="sheet-says">{check.data.says}</p>
          <table className="rows" aria-label="读到的要点">
            <thead>
              <tr>
                <th scope="col">行</th>
                <th scope="col">工作要点</th>
                <th scope="col">责任单位</th>
                <th scope="col">完成时限</th>
              </tr>
            </thead>
            <tbody>
              {check.data.lines.map(({ at, title, owner, dueOn }) => (
                <tr key={at} className="row">
                  <td className="number">{at}</td>
                  <th scope="row">{title}</th>
                  <td>{owner}</td>
                  <td>
                    <time dateTime={dueOn}>{dueOn}</time>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </SideForm>
  );
}

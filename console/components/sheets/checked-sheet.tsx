/** 先核对再写入的表格: an agency and a sheet, checked first as it was read, and only then written; one faulty row and nothing is. */
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Term } from '../../../src/desk/contract.ts';
import { problemOf } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { AgencyField } from '../agency-field.tsx';
import { FileField } from '../file-field.tsx';
import { keepFile } from '../keep-file.ts';
import { onlyAgency } from '../only-agency.ts';
import { SideForm } from '../side-form.tsx';
import { FaultRows } from './fault-rows.tsx';
import { copyOf } from './sheet-file.ts';
import './checked-sheet.css';

interface CheckedSheetProps<Read extends { readonly says: string }> {
  readonly title: string;
  /** On the button, once it was checked. */
  readonly verb: string;
  readonly causes: string;
  readonly agencies: readonly Term[];
  /** Whose the sheet is, and what is asked where none was chosen. */
  readonly whose: { readonly hint: string; readonly ask: string };
  readonly template: () => Promise<File>;
  readonly send: (sheet: { readonly agencyId: string; readonly file: File }, trial: boolean) => Promise<Read>;
  readonly onDone: (says: string) => unknown;
  readonly onLeave: () => void;
  /** What was read of it. */
  readonly shown: (read: Read) => ReactNode;
}

export function CheckedSheet<Read extends { readonly says: string }>(props: CheckedSheetProps<Read>) {
  const { title, verb, causes, agencies, whose, send, onDone, onLeave, shown } = props;
  const [agencyId, setAgencyId] = useState(onlyAgency(agencies).name);
  const [file, setFile] = useState<File | null>(null);
  const [tried, setTried] = useState(false);
  const template = useSend((_: undefined) => props.template(), keepFile);
  const sent = async (chosen: File, trial: boolean) => send({ agencyId, file: await copyOf(chosen) }, trial);
  const check = useSend(
    (chosen: File) => sent(chosen, true),
    () => undefined,
  );
  const write = useSend(
    (chosen: File) => sent(chosen, false),
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
      title={title}
      verb={check.data ? verb : '核对这份表格'}
      error={write.error ?? check.error ?? template.error}
      pending={check.isPending || write.isPending}
      onSubmit={submit}
      onLeave={onLeave}
    >
      <p className="soft">{causes}</p>
      <p className="sheet-template">
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
        hint={whose.hint}
        wrong={tried && agencyId === '' ? whose.ask : null}
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
      {issues.length > 0 && (
        <div className="sheet-faults">
          <FaultRows issues={issues} />
        </div>
      )}
      {check.data && (
        <div role="status">
          <p className="sheet-says">{check.data.says}</p>
          {shown(check.data)}
        </div>
      )}
    </SideForm>
  );
}

/** 用表格登记: the empty sheet, the agency it is for, the full one, and what became of it. One faulty row and nothing is kept. */
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import type { Term } from '../../../src/desk/contract.ts';
import type { Route } from '../../api/address.ts';
import { call, type FileRoute, problemOf } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { AgencyField } from '../../components/agency-field.tsx';
import { FileField } from '../../components/file-field.tsx';
import { focusFirstWrong } from '../../components/focus-wrong.ts';
import { onlyAgency } from '../../components/only-agency.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { FaultRows } from '../../components/sheets/fault-rows.tsx';
import { copyOf } from '../../components/sheets/sheet-file.ts';
import { UploadProgress } from '../../components/sheets/upload-progress.tsx';
import { TemplateButton } from './template-button.tsx';

export interface SheetPanelProps {
  readonly term: string;
  readonly agencies: readonly Term[];
  readonly template: FileRoute;
  readonly sheet: Extract<Route, `POST /api/${string}/sheet`>;
  /** Endings of the files it takes: `.xlsx`. */
  readonly accept: string;
  /** What the sheet holds and how it is read. */
  readonly hint: string;
  readonly onEntered: (says: string) => void;
  /** Something is tried again: what was said before no longer holds. */
  readonly onTurn: () => void;
}

export function SheetPanel({ term, agencies, template, sheet, accept, hint, onEntered, onTurn }: SheetPanelProps) {
  const [agencyId, setAgencyId] = useState(onlyAgency(agencies).name);
  const [file, setFile] = useState<File | null>(null);
  const [tried, setTried] = useState(false);
  // The browser's own box for files is emptied by making a new one.
  const [round, setRound] = useState(0);
  const chooseAnew = () => {
    setFile(null);
    setTried(false);
    setRound((before) => before + 1);
  };
  const upload = useSend(
    async (chosen: File) => call(sheet, { sends: { agencyId, file: await copyOf(chosen) } }),
    ({ says }) => {
      chooseAnew();
      onEntered(says);
    },
  );
  const issues = upload.error ? problemOf(upload.error).issues : [];
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    onTurn();
    if (file === null || agencyId === '') return focusFirstWrong(event.currentTarget);
    upload.mutate(file, { onError: (error) => problemOf(error).issues.length > 0 && chooseAnew() });
  };
  return (
    <form className="card step sheet-panel" onSubmit={submit} noValidate aria-label={`用表格登记${term}`}>
      <h2>用表格登记{term}</h2>
      <p className="soft">{hint}整份表格要么全部写入，要么一行也不写入。</p>
      <TemplateButton route={template} />
      <AgencyField
        agencies={agencies}
        value={agencyId}
        onChange={setAgencyId}
        hint="表格里的每一行都登记到这个机关"
        wrong={tried && agencyId === '' ? '请选择登记到哪个机关。' : null}
      />
      <FileField
        key={round}
        label="填好的表格"
        accept={accept}
        file={file}
        disabled={upload.isPending}
        onChoose={(chosen) => {
          upload.reset();
          onTurn();
          setFile(chosen);
        }}
        wrong={tried && file === null ? '请先选择填好的表格。' : null}
      />
      <ProblemNote error={upload.error}>
        {issues.length > 0 && <p>这份表格没有写入任何内容。改好以后请重新选择文件，再上传一次。</p>}
      </ProblemNote>
      {issues.length > 0 && <FaultRows issues={issues} />}
      {upload.isPending && <UploadProgress file={upload.variables} />}
      <Button type="primary" htmlType="submit" loading={upload.isPending}>
        上传并登记
      </Button>
    </form>
  );
}

/** 上传词库: checked first, row by row, and only then taken in place of the list in force; one faulty row and nothing is. */
import { Button } from 'antd';
import { useState } from 'react';
import type { WordListsView } from '../../../src/desk/contract.ts';
import { call, download, problemOf } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { AgencyField } from '../../components/agency-field.tsx';
import { FileField } from '../../components/file-field.tsx';
import { keepFile } from '../../components/keep-file.ts';
import { onlyAgency } from '../../components/only-agency.ts';
import { FaultRows } from '../../components/sheets/fault-rows.tsx';
import { copyOf } from '../../components/sheets/sheet-file.ts';
import { SideForm } from '../../components/side-form.tsx';

export interface WordSheetProps {
  readonly view: WordListsView;
  readonly onDone: (says: string) => void;
  readonly onLeave: () => void;
}

export function WordSheet({ view: { agencies, lists }, onDone, onLeave }: WordSheetProps) {
  const [agencyId, setAgencyId] = useState(onlyAgency(agencies).name);
  const [file, setFile] = useState<File | null>(null);
  const [tried, setTried] = useState(false);
  const template = useSend((_: undefined) => download('GET /api/word-lists/template'), keepFile);
  const seen = lists.find((list) => list.agencyId === agencyId)?.versions[0]?.version ?? 0;
  const send = async (chosen: File, trial: boolean) =>
    call('POST /api/word-lists/sheet', { query: { seen, trial }, sends: { agencyId, file: await copyOf(chosen) } });
  const check = useSend(
    (chosen: File) => send(chosen, true),
    () => undefined,
  );
  const replace = useSend(
    (chosen: File) => send(chosen, false),
    ({ says }) => onDone(says),
  );
  const forget = () => {
    check.reset();
    replace.reset();
  };
  const issues = [check.error, replace.error].flatMap((error) => (error ? problemOf(error).issues : []));
  const submit = () => {
    setTried(true);
    if (file === null || agencyId === '') return false;
    if (check.data) replace.mutate(file);
    else check.mutate(file);
    return true;
  };
  return (
    <SideForm
      title="上传词库"
      verb={check.data ? '换用这份词库' : '核对这份表格'}
      error={replace.error ?? check.error ?? template.error}
      pending={check.isPending || replace.isPending}
      onSubmit={submit}
      onLeave={onLeave}
    >
      <p className="soft">
        上传的表格代替现在用的整份词库；要增减几个词的，先下载正在用的一版，改好再上传。有一行不合格，整份都不换。
      </p>
      <p className="word-template">
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
        hint="对它和下级机关都有效"
        wrong={tried && agencyId === '' ? '请选择是哪个机关的词库。' : null}
      />
      <FileField
        label="填好的表格"
        accept=".xlsx"
        file={file}
        disabled={check.isPending || replace.isPending}
        onChoose={(chosen) => {
          forget();
          setFile(chosen);
        }}
        wrong={tried && file === null ? '请先选择填好的表格。' : null}
      />
      {issues.length > 0 && (
        <div className="word-sheet">
          <FaultRows issues={issues} />
        </div>
      )}
      {check.data && (
        <div role="status">
          <p className="sheet-says">{check.data.says}</p>
          {check.data.notes.map((note) => (
            <p key={note} className="word-notes">
              {note}
            </p>
          ))}
        </div>
      )}
    </SideForm>
  );
}

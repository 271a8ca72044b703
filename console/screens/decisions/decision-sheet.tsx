/** 登记: a sheet is checked first, all its faults told by line and column, and only then written; one faulty line and nothing is. */
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import type { DecisionQuery, Term } from '../../../src/desk/contract.ts';
import { call, download, problemOf } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { AgencyField } from '../../components/agency-field.tsx';
import { FileField } from '../../components/file-field.tsx';
import { focusFirstWrong } from '../../components/focus-wrong.ts';
import { keepFile } from '../../components/keep-file.ts';
import { onlyAgency } from '../../components/only-agency.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { FaultRows } from '../../components/sheets/fault-rows.tsx';
import { copyOf } from '../../components/sheets/sheet-file.ts';
import { UploadProgress } from '../../components/sheets/upload-progress.tsx';
import { SheetOutcome } from './sheet-outcome.tsx';

/** The desk tells no more than so many faults. */
const TOLD = 200;

export interface DecisionSheetProps {
  readonly kind: DecisionQuery['kind'];
  readonly agencies: readonly Term[];
  readonly onDone: () => unknown;
}

export function DecisionSheet({ kind, agencies, onDone }: DecisionSheetProps) {
  const [agencyId, setAgencyId] = useState(onlyAgency(agencies).name);
  const [file, setFile] = useState<File | null>(null);
  const [tried, setTried] = useState(false);
  const template = useSend((_: undefined) => download('GET /api/decisions/template', { query: { kind } }), keepFile);
  const sheet = async (chosen: File) => ({ agencyId, kind, file: await copyOf(chosen) });
  const check = useSend(
    async (chosen: File) => call('POST /api/decisions/check', { sends: await sheet(chosen) }),
    () => undefined,
  );
  const write = useSend(
    async (chosen: File) => call('POST /api/decisions/import', { sends: await sheet(chosen) }),
    () => {
      check.reset();
      setFile(null);
      return onDone();
    },
  );
  const faults = useSend(
    async (chosen: File) => download('POST /api/decisions/faults', { sends: await sheet(chosen) }),
    keepFile,
  );
  const issues = check.error ? problemOf(check.error).issues : [];
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    write.reset();
    if (file === null || agencyId === '') return focusFirstWrong(event.currentTarget);
    return check.data ? write.mutate(file) : check.mutate(file);
  };
  return (
    <details
      className="card decision-sheet"
      open={file !== null || check.data !== undefined || write.data !== undefined}
    >
      <summary>用表格登记</summary>
      <form onSubmit={submit} noValidate>
        <p className="soft">
          按 2018 版数据标准的字段代码或者名称，Excel 或者 CSV 都可以，2015
          版的旧字段名也认得。先核对，全部合格再写入；同一文书号再次上传的，内容相同的不动；不同的作为更正，已经公示的要另一人核对公示以后才替换；已经撤回的不恢复。公开的栏目里不要有身份证号码、手机号码，姓名由系统隐去。
        </p>
        <Button onClick={() => template.mutate(undefined)} loading={template.isPending}>
          下载模板
        </Button>
        <AgencyField
          agencies={agencies}
          value={agencyId}
          onChange={(value) => {
            check.reset();
            setAgencyId(value);
          }}
          hint="作出决定的机关"
          wrong={tried && agencyId === '' ? '请选择作出决定的机关。' : null}
        />
        <FileField
          label="填好的表格"
          accept=".xlsx,.csv"
          file={file}
          disabled={check.isPending || write.isPending}
          onChoose={(chosen) => {
            check.reset();
            write.reset();
            setFile(chosen);
          }}
          wrong={tried && file === null && !write.data ? '请先选择填好的表格。' : null}
        />
        <ProblemNote error={write.error ?? check.error ?? template.error ?? faults.error} />
        {issues.length > 0 && file && (
          <>
            <Button onClick={() => faults.mutate(file)} loading={faults.isPending}>
              下载全部错误的清单
            </Button>
            <FaultRows issues={issues} isPart={issues.length >= TOLD} />
          </>
        )}
        {(check.isPending || write.isPending) && file && <UploadProgress file={file} />}
        {check.data && <SheetOutcome outcome={check.data} />}
        {write.data && <SheetOutcome outcome={write.data} />}
        <Button type="primary" htmlType="submit" loading={check.isPending || write.isPending}>
          {check.data ? '写入登记册' : '核对这份表格'}
        </Button>
      </form>
    </details>
  );
}

/** 附件: what lies in the file, for what, and one more. What is provided with the reply reaches the applicant once it is served. */
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { call, download } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { ChoiceField } from '../../components/choice-field.tsx';
import { choicesOf } from '../../components/choices-of.ts';
import { FileField } from '../../components/file-field.tsx';
import { ACCEPT, KINDS } from '../../components/files-taken.ts';
import { focusFirstWrong } from '../../components/focus-wrong.ts';
import { keepFile } from '../../components/keep-file.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { sizeInWords } from '../../components/size-in-words.ts';
import type { Stage } from './acts/act-field.ts';
import { FileFindings } from './file-findings.tsx';
import type { ActingProps } from './next-step.tsx';
import { useAddAttachment, useAttachments, useKeepAttachments } from './use-attachments.ts';
import './attachments.css';

export function Attachments(acting: ActingProps) {
  const { file, words } = acting.stage;
  const { id } = file.line;
  const list = useAttachments(id);
  const keep = useKeepAttachments(id);
  const remove = useSend(
    (fileId: string) => call('DELETE /api/requests/:id/files/:fileId', { path: { id, fileId } }),
    keep,
  );
  const open = useSend(
    (fileId: string) => download('GET /api/requests/:id/files/:fileId', { path: { id, fileId } }),
    keepFile,
  );
  const attachments = list.data ?? [];
  return (
    <section className="card attachments" aria-labelledby="attachments">
      <h2 id="attachments">附件</h2>
      <p className="soft">“提供的信息”随拟写的答复一起审核、签发、送达；拟写以后再加的，重新拟写才会提供。</p>
      <ProblemNote error={list.error ?? remove.error ?? open.error} />
      {attachments.length === 0 && (
        <p className="soft">还没有附件。向申请人提供的信息、送达凭证、收到的意见都可以放在这里。</p>
      )}
      {attachments.length > 0 && (
        <ul className="attachment-list">
          {attachments.map((one) => (
            <li key={one.id} className="attachment">
              <span className="attachment-name">{one.name}</span>
              <span className="soft">
                {one.purpose} · {sizeInWords(one.bytes)}
                {one.byApplicant && ' · 申请人提交'}
                {one.provided && ' · 随答复提供'}
                {one.usedBy && ` · 随“${one.usedBy}”入卷`}
              </span>
              <Button size="small" aria-label={`下载${one.name}`} onClick={() => open.mutate(one.id)}>
                下载
              </Button>
              {one.removable && (
                <Button size="small" aria-label={`删除${one.name}`} onClick={() => remove.mutate(one.id)}>
                  删除
                </Button>
              )}
              {one.findings.length > 0 && <FileFindings of={one} {...acting} />}
            </li>
          ))}
        </ul>
      )}
      <AddFile id={id} purposes={words.filePurposes} />
    </section>
  );
}

interface AddFileProps {
  readonly id: string;
  readonly purposes: Stage['words']['filePurposes'];
}

function AddFile({ id, purposes }: AddFileProps) {
  const [purpose, setPurpose] = useState('released');
  const [file, setFile] = useState<File | null>(null);
  const [tried, setTried] = useState(false);
  // The browser's own box for files is emptied by making a new one.
  const [round, setRound] = useState(0);
  const add = useAddAttachment(id, purpose, () => {
    setFile(null);
    setTried(false);
    setRound((before) => before + 1);
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (file === null) return focusFirstWrong(event.currentTarget);
    add.mutate(file);
  };
  return (
    <form className="screen-only" onSubmit={submit} noValidate aria-label="添加附件">
      <ChoiceField label="用途" value={purpose} onChange={setPurpose} choices={choicesOf(purposes)} />
      <FileField
        key={round}
        label="文件"
        accept={ACCEPT}
        kinds={KINDS}
        file={file}
        disabled={add.isPending}
        onChoose={(chosen) => {
          add.reset();
          setFile(chosen);
        }}
        wrong={tried && file === null ? '请先选择文件。' : null}
      />
      <ProblemNote error={add.error} />
      <Button htmlType="submit" loading={add.isPending}>
        上传附件
      </Button>
    </form>
  );
}

/** 附件: what lies in the file, for what, and one more. What is provided with the reply reaches the applicant once it is served. */
import { useState } from 'react';
import { call, download } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { ChoiceField } from '../../components/choice-field.tsx';
import { choicesOf } from '../../components/choices-of.ts';
import { keepFile } from '../../components/keep-file.ts';
import { KeptFiles } from '../../components/kept-files.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { UploadForm } from '../../components/upload-form.tsx';
import { FileFindings } from './file-findings.tsx';
import type { ActingProps } from './next-step.tsx';
import { useAttachments, useKeepAttachments } from './use-attachments.ts';

export function Attachments(acting: ActingProps) {
  const { file, words } = acting.stage;
  const { id } = file.line;
  const list = useAttachments(id);
  const keep = useKeepAttachments(id);
  const [purpose, setPurpose] = useState('released');
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
        <p className="soft">
          还没有附件。
          {file.mayAddFiles
            ? '向申请人提供的信息、送达凭证、收到的意见都可以放在这里。'
            : '附件由承办人、公开工作机构负责人添加。'}
        </p>
      )}
      <KeptFiles
        files={attachments.map((one) => ({
          ...one,
          removable: one.removable && file.mayAddFiles,
          bits: [
            one.purpose,
            one.byApplicant ? '申请人提交' : null,
            one.providing === 'withDraft' ? '随答复提供' : one.providing === 'leftOut' ? '没有随答复提供' : null,
            one.usedBy && `随“${one.usedBy}”入卷`,
          ],
          below: one.findings.length > 0 && <FileFindings of={one} {...acting} />,
        }))}
        onOpen={open.mutate}
        onRemove={remove.mutate}
      />
      {file.mayAddFiles && (
        <UploadForm
          verb="上传附件"
          upload={(chosen) =>
            call('POST /api/requests/:id/files', { path: { id }, query: { purpose }, sends: { file: chosen } })
          }
          onKept={keep}
        >
          <ChoiceField label="用途" value={purpose} onChange={setPurpose} choices={choicesOf(words.filePurposes)} />
        </UploadForm>
      )}
    </section>
  );
}

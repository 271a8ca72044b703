/** 证据文件: scans and photographs of what proves the record wrong, put into the file until it is decided. */
import type { CorrectionFileView } from '../../../src/desk/contract.ts';
import { call, download } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { keepFile } from '../../components/keep-file.ts';
import { KeptFiles } from '../../components/kept-files.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { UploadForm } from '../../components/upload-form.tsx';

interface ProofFilesProps {
  readonly id: string;
  readonly proofs: CorrectionFileView['proofFiles'];
  readonly onChanged: (after: CorrectionFileView, says: string) => unknown;
  readonly onChoose: () => void;
}

export function ProofFiles({ id, proofs, onChanged, onChoose }: ProofFilesProps) {
  const { count, files, whyHidden, whyNotAdd } = proofs;
  const remove = useSend(
    (fileId: string) => call('DELETE /api/personal-corrections/:id/files/:fileId', { path: { id, fileId } }),
    (after, fileId) => onChanged(after, `已经删除：${files.find((one) => one.id === fileId)?.name ?? '文件'}。`),
  );
  const open = useSend(
    (fileId: string) => download('GET /api/personal-corrections/:id/files/:fileId', { path: { id, fileId } }),
    keepFile,
  );
  return (
    <section className="card correction-proofs" aria-labelledby="proof-files">
      <h2 id="proof-files">证据文件</h2>
      {count === 0 && (
        <p className="soft">
          {whyNotAdd === null
            ? '还没有。申请人交来的证据，扫描或者拍照以后放在这里，作决定的人才看得到。'
            : '没有证据文件。'}
        </p>
      )}
      {count > 0 && whyHidden && (
        <p className="soft">
          有 {count} 个文件。{whyHidden}
        </p>
      )}
      <KeptFiles
        files={files.map((one) => ({ ...one, bits: [one.kind, `随“${one.cameWith}”入卷`, `${one.by}上传`] }))}
        onOpen={open.mutate}
        onRemove={remove.mutate}
      />
      <ProblemNote error={remove.error ?? open.error} />
      {whyNotAdd === null && (
        <UploadForm
          verb="上传证据"
          upload={(file) => call('POST /api/personal-corrections/:id/files', { path: { id }, sends: { file } })}
          onChoose={onChoose}
          onKept={(after, file) => onChanged(after, `已经上传：${file.name}。`)}
        />
      )}
    </section>
  );
}

/** 附件: uploaded at once and looked into; they go out with the edition that is saved with them, in this order. */
import { Button } from 'antd';
import { useState } from 'react';
import type { AttachedFileView } from '../../../../src/desk/contract.ts';
import { call } from '../../../api/call.ts';
import { useSend } from '../../../api/use-send.ts';
import { FileField } from '../../../components/file-field.tsx';
import { ACCEPT, KINDS } from '../../../components/files-taken.ts';
import { ProblemNote } from '../../../components/problem-note.tsx';
import { AttachedFiles } from '../attached-files.tsx';
import type { PartProps } from './writing-form.tsx';

export function AttachedPart({ written: { agencyId, attachments }, write }: PartProps) {
  // The browser's own box for files is emptied by making a new one.
  const [round, setRound] = useState(0);
  const add = useSend(
    (file: File) => call('POST /api/publication-files', { query: { agencyId }, sends: { file } }),
    (file: AttachedFileView) => {
      setRound((before) => before + 1);
      write({ attachments: [...attachments, file] });
    },
  );
  const swap = (at: number) =>
    write({ attachments: attachments.map((one, i) => attachments[i === at ? at - 1 : i === at - 1 ? at : i] ?? one) });
  return (
    <section className="card" aria-labelledby="attached">
      <h2 id="attached">附件</h2>
      <p className="soft">附件和正文一起审校、一起发布。隐藏的工作表、批注、修订和个人信息，上传时就查。</p>
      <AttachedFiles files={attachments}>
        {({ id, name }, at) => (
          <>
            {at > 0 && (
              <Button size="small" aria-label={`上移${name}`} onClick={() => swap(at)}>
                上移
              </Button>
            )}
            <Button
              size="small"
              aria-label={`去掉${name}`}
              onClick={() => write({ attachments: attachments.filter((one) => one.id !== id) })}
            >
              去掉
            </Button>
          </>
        )}
      </AttachedFiles>
      <FileField
        key={round}
        label={attachments.length > 0 ? '再加一个附件' : '选择附件'}
        accept={ACCEPT}
        kinds={KINDS}
        file={null}
        disabled={agencyId === '' || add.isPending}
        wrong={null}
        onChoose={(file) => file && add.mutate(file)}
      />
      {agencyId === '' && <p className="soft">先在上面选择机关，再选文件。</p>}
      <p role="status">{add.isPending && '正在上传、检查……'}</p>
      <ProblemNote error={add.error} />
    </section>
  );
}

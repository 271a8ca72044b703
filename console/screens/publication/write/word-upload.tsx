/** 上传 Word 稿件: read at once by the desk, which keeps nothing of it. */
import { useState } from 'react';
import type { WordRead } from '../../../../src/desk/contract.ts';
import { call } from '../../../api/call.ts';
import { useSend } from '../../../api/use-send.ts';
import { FileField } from '../../../components/file-field.tsx';
import { ProblemNote } from '../../../components/problem-note.tsx';

export interface WordUploadProps {
  readonly agencyId: string;
  readonly onRead: (word: WordRead) => void;
}

export function WordUpload({ agencyId, onRead }: WordUploadProps) {
  const [round, setRound] = useState(0);
  const read = useSend(
    (file: File) => call('POST /api/publication-word', { sends: { agencyId, file } }),
    (word: WordRead) => {
      setRound((before) => before + 1);
      onRead(word);
    },
  );
  return (
    <div className="word-upload">
      <FileField
        key={round}
        label="从 Word 稿件读入"
        accept=".docx"
        file={null}
        disabled={agencyId === '' || read.isPending}
        wrong={null}
        onChoose={(file) => file && read.mutate(file)}
      />
      {agencyId === '' && <p className="soft">先在上面选择机关，再选文件。</p>}
      <p role="status">{read.isPending && '正在读稿件……'}</p>
      <ProblemNote error={read.error} />
    </div>
  );
}

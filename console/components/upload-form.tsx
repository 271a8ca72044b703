/** 上传一个文件: chosen, sent, and the form empty again for the next; what is refused is told beside it. */
import { Button } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useSend } from '../api/use-send.ts';
import { FileField } from './file-field.tsx';
import { ACCEPT, KINDS } from './files-taken.ts';
import { focusFirstWrong } from './focus-wrong.ts';
import { ProblemNote } from './problem-note.tsx';
import { copyOf } from './sheets/sheet-file.ts';

interface UploadFormProps<Answer> {
  /** On its button. */
  readonly verb: string;
  readonly label?: string;
  readonly upload: (file: File) => Promise<Answer>;
  readonly onKept: (after: Answer, file: File) => unknown;
  /** Another was chosen: what was told of the last is over. */
  readonly onChoose?: () => void;
  /** What else is asked about the file. */
  readonly children?: ReactNode;
}

export function UploadForm<Answer>({
  verb,
  label = '文件',
  upload,
  onKept,
  onChoose,
  children,
}: UploadFormProps<Answer>) {
  const [file, setFile] = useState<File | null>(null);
  const [tried, setTried] = useState(false);
  // The browser's own box for files is emptied by making a new one.
  const [round, setRound] = useState(0);
  const send = useSend(
    async (chosen: File) => upload(await copyOf(chosen)),
    (after, chosen) => {
      setFile(null);
      setTried(false);
      setRound((before) => before + 1);
      return onKept(after, chosen);
    },
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (file === null) return focusFirstWrong(event.currentTarget);
    send.mutate(file);
  };
  return (
    <form className="screen-only" onSubmit={submit} noValidate aria-label={verb}>
      {children}
      <FileField
        key={round}
        label={label}
        accept={ACCEPT}
        kinds={KINDS}
        file={file}
        disabled={send.isPending}
        onChoose={(chosen) => {
          send.reset();
          onChoose?.();
          setFile(chosen);
        }}
        wrong={tried && file === null ? '请先选择文件。' : null}
      />
      <ProblemNote error={send.error} />
      <Button htmlType="submit" loading={send.isPending}>
        {verb}
      </Button>
    </form>
  );
}

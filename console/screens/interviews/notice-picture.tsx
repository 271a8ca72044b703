/** 预告图片: uploaded as soon as it is chosen, drawn anew and without what a camera writes into it; then it is said in words what it shows. */
import { Button } from 'antd';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import type { FieldBase } from '../../components/field.tsx';
import { FileField } from '../../components/file-field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { TextField } from '../../components/text-field.tsx';

type Kept = Pick<FieldBase, 'value' | 'onChange' | 'wrong'>;

interface NoticePictureProps {
  /** Whose picture it becomes; empty until it is chosen. */
  readonly agencyId: string;
  readonly picture: Kept;
  readonly words: Kept;
}

export function NoticePicture({ agencyId, picture, words }: NoticePictureProps) {
  const [file, setFile] = useState<File | null>(null);
  const upload = useSend(
    (chosen: File) => call('POST /api/publication-pictures', { query: { agencyId }, sends: { file: chosen } }),
    ({ address }) => picture.onChange(address.slice(address.lastIndexOf('/') + 1)),
  );
  if (picture.value !== '')
    return (
      <>
        <p className="interview-picture">
          <img src={`/api/publication-pictures/${picture.value}`} alt={words.value || '还没有写说明的预告图片'} />
          <Button
            size="small"
            onClick={() => {
              setFile(null);
              picture.onChange('');
            }}
          >
            不要图片
          </Button>
        </p>
        <TextField
          label="图片说明"
          {...words}
          hint="图片上是什么，例如“嘉宾某某在供热站”；看不见图片的人听到的是这句话"
        />
      </>
    );
  return (
    <>
      <FileField
        label="预告图片（可以不要）"
        accept=".jpg,.jpeg,.png"
        file={file}
        disabled={upload.isPending || agencyId === ''}
        onChoose={(chosen) => {
          setFile(chosen);
          if (chosen) upload.mutate(chosen);
        }}
      />
      <ProblemNote error={upload.error} />
    </>
  );
}

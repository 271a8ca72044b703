/** 选择文件: the browser's own box, spread over ours, so that a file may be dropped there and the words are ours in every browser. */
import { useId } from 'react';
import { Field, type FieldProps } from './field.tsx';
import { sizeInWords } from './size-in-words.ts';
import './file-field.css';

export interface FileFieldProps extends Pick<FieldProps, 'label' | 'wrong'> {
  /** Endings of the files it takes: `.xlsx`. */
  readonly accept: string;
  /** How those files are called, where their endings would be a long list. */
  readonly kinds?: string;
  readonly file: File | null;
  readonly disabled: boolean;
  readonly onChoose: (file: File | null) => void;
}

export function FileField({ accept, kinds, file, disabled, onChoose, ...field }: FileFieldProps) {
  const id = useId();
  return (
    <Field
      id={id}
      {...field}
      hint={file ? sizeInWords(file.size) : `${kinds ?? `${accept.replaceAll(',', '、')} 文件`}，可以拖到框里`}
    >
      <div className="file-box">
        <input
          id={id}
          type="file"
          accept={accept}
          disabled={disabled}
          onChange={(event) => onChoose(event.target.files?.[0] ?? null)}
          aria-invalid={Boolean(field.wrong)}
          aria-describedby={`${id}-note`}
        />
        <span className="step-button" aria-hidden="true">
          选择文件
        </span>
        <span className={file ? undefined : 'soft'}>{file?.name ?? '还没有选择'}</span>
      </div>
    </Field>
  );
}

/** 附件 of an edition, each with what the checks found in it and what can be done about it. */
import type { ReactNode } from 'react';
import type { AttachedFileView } from '../../../src/desk/contract.ts';
import { sizeInWords } from '../../components/size-in-words.ts';

interface AttachedFilesProps {
  readonly files: readonly AttachedFileView[];
  readonly children: (file: AttachedFileView, at: number) => ReactNode;
}

export function AttachedFiles({ files, children }: AttachedFilesProps) {
  if (files.length === 0) return null;
  return (
    <ul className="attached-files">
      {files.map((file, at) => (
        <li key={file.id} className="attached-row">
          <div className="attached-file">
            <span className="attached-name">{file.name}</span>
            <span className="soft">
              {file.kind} · {sizeInWords(file.bytes)}
            </span>
            {children(file, at)}
          </div>
          {file.findings.map(({ severity, says, advice }) => (
            <p key={says} className={severity === 'error' ? 'field-wrong' : 'soft'}>
              {says}
              {advice}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}

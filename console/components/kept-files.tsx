/** 收下的文件: each with what is known of it, to be downloaded, and to be taken away where that is allowed. */
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Bits } from './bits.tsx';
import { sizeInWords } from './size-in-words.ts';
import './kept-files.css';

export interface KeptFileShown {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly removable: boolean;
  /** Why it cannot be opened, in words. */
  readonly quarantined?: string | null;
  /** What else is told of it. */
  readonly bits?: readonly (string | null)[];
  /** What has to be said of it at length. */
  readonly below?: ReactNode;
}

interface KeptFilesProps {
  readonly files: readonly KeptFileShown[];
  readonly onOpen: (id: string) => void;
  readonly onRemove: (id: string) => void;
}

export function KeptFiles({ files, onOpen, onRemove }: KeptFilesProps) {
  if (files.length === 0) return null;
  return (
    <ul className="kept-files">
      {files.map(({ id, name, bytes, removable, quarantined, bits = [], below }) => (
        <li key={id}>
          <span className="kept-file-name">{name}</span>
          <Bits of={[sizeInWords(bytes), ...bits]} />
          {quarantined ? (
            <strong className="kept-file-shut">{quarantined}</strong>
          ) : (
            <Button size="small" aria-label={`下载${name}`} onClick={() => onOpen(id)}>
              下载
            </Button>
          )}
          {removable && (
            <Button size="small" aria-label={`删除${name}`} onClick={() => onRemove(id)}>
              删除
            </Button>
          )}
          {below}
        </li>
      ))}
    </ul>
  );
}

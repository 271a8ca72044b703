/** 随这一步入卷的材料: what the officer put into the file for it and no act has taken along yet, and one more. */
import { Checkbox } from 'antd';
import { useState } from 'react';
import type { AttachmentView } from '../../../../src/desk/contract.ts';
import { FileField } from '../../../components/file-field.tsx';
import { ACCEPT, KINDS } from '../../../components/files-taken.ts';
import { ProblemNote } from '../../../components/problem-note.tsx';
import { sizeInWords } from '../../../components/size-in-words.ts';
import { useAddAttachment, useAttachments } from '../use-attachments.ts';
import type { Stage } from './act-field.ts';
import type { ActFilePurpose } from './act-fields.ts';
import './act-files.css';

/** Names of those that stay behind, by a blank: everything goes along unless it is taken out. */
export const STAYING = 'staying';

const stayingIn = (written: string): readonly string[] => written.split(' ').filter(Boolean);

/** What may go along with an act, and what of it does. */
export function useActFiles({ file, words }: Stage, purpose: ActFilePurpose | undefined, staying: string) {
  const { data = [] } = useAttachments(file.line.id);
  const term = words.filePurposes.find(({ name }) => name === purpose)?.term;
  const usable = data.filter((one) => one.usable && one.purpose === term);
  return { term, usable, going: usable.map(({ id }) => id).filter((id) => !stayingIn(staying).includes(id)) };
}

interface ActFilesProps {
  readonly requestId: string;
  readonly purpose: ActFilePurpose;
  readonly term: string;
  readonly usable: readonly AttachmentView[];
  readonly staying: string;
  readonly onStay: (staying: string) => void;
}

export function ActFiles({ requestId, purpose, term, usable, staying, onStay }: ActFilesProps) {
  // The browser's own box for files is emptied by making a new one.
  const [round, setRound] = useState(0);
  const add = useAddAttachment(requestId, purpose, () => setRound((before) => before + 1));
  const left = stayingIn(staying);
  const toggle = (id: string, goes: boolean) =>
    onStay((goes ? left.filter((one) => one !== id) : [...left, id]).join(' '));
  return (
    <fieldset className="act-files">
      <legend>
        {term}
        <span className="soft">（可以不传）</span>
      </legend>
      {usable.map(({ id, name, bytes }) => (
        <Checkbox key={id} checked={!left.includes(id)} onChange={({ target }) => toggle(id, target.checked)}>
          {name} <span className="soft">{sizeInWords(bytes)}</span>
        </Checkbox>
      ))}
      <FileField
        key={round}
        label={usable.length > 0 ? '再加一份' : '选择后随即上传'}
        accept={ACCEPT}
        kinds={KINDS}
        file={null}
        disabled={add.isPending}
        onChoose={(chosen) => chosen && add.mutate(chosen)}
        wrong={null}
      />
      {add.isPending && <p role="status">正在上传……</p>}
      <ProblemNote error={add.error} />
    </fieldset>
  );
}

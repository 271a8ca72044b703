/** 选一条信息: found by words of its title, among those the officer may read. */
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { call } from '../api/call.ts';
import { Bits } from './bits.tsx';
import './document-picker.css';
import { Field, type FieldBase } from './field.tsx';

export interface Picked {
  readonly id: string;
  readonly title: string;
}

export interface DocumentPickerProps extends Pick<FieldBase, 'label' | 'wrong' | 'hint' | 'optional'> {
  readonly picked: Picked | null;
  readonly onPick: (picked: Picked | null) => void;
  /** The document itself is never offered. */
  readonly not: string;
}

export function DocumentPicker({ picked, onPick, not, ...field }: DocumentPickerProps) {
  const id = useId();
  const [words, setWords] = useState('');
  const [sought, setSought] = useState('');
  const found = useQuery({
    queryKey: ['publications', 'picker', sought],
    queryFn: ({ signal }) => call('GET /api/publications', { query: { title: sought, page: 1 }, signal }),
    enabled: sought !== '',
  });
  if (picked)
    return (
      <div className="field">
        <p>{field.label}</p>
        <p className="picked">
          <span>{picked.title}</span>
          <Button size="small" onClick={() => onPick(null)}>
            另选一条
          </Button>
        </p>
      </div>
    );
  const lines = (found.data?.lines ?? []).filter((line) => line.id !== not).slice(0, 8);
  return (
    <div className="picker">
      <Field id={id} {...field}>
        <div className="picker-box">
          <input
            id={id}
            type="search"
            className="box"
            placeholder="标题里的字"
            value={words}
            onChange={(event) => setWords(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              setSought(words.trim());
            }}
            aria-invalid={Boolean(field.wrong)}
            aria-describedby={`${id}-note`}
          />
          <Button onClick={() => setSought(words.trim())}>查找</Button>
        </div>
      </Field>
      <div role="status">
        {found.data && lines.length === 0 && <p className="soft">没有标题里有“{sought}”的信息。</p>}
      </div>
      {lines.length > 0 && (
        <ul className="picker-found">
          {lines.map((line) => (
            <li key={line.id}>
              <button type="button" onClick={() => onPick({ id: line.id, title: line.title })}>
                {line.title}
                <Bits of={[line.docNo, line.agency, line.state]} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

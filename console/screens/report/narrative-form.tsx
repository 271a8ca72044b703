/** 修改正文: each part in a box of its own; figures stand in braces and are chosen from a list, so that nobody copies one by hand. */
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import type { ReportView } from '../../../src/desk/contract.ts';
import { LongField } from '../../components/long-field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';

export interface WrittenSection {
  readonly heading: string;
  readonly text: string;
}

export interface NarrativeFormProps {
  readonly view: ReportView;
  readonly error: unknown;
  readonly pending: boolean;
  readonly onSave: (narrative: readonly WrittenSection[]) => void;
  readonly onLeave: () => void;
}

export function NarrativeForm({ view, error, pending, onSave, onLeave }: NarrativeFormProps) {
  const [written, setWritten] = useState<readonly WrittenSection[]>(
    view.narrative.map(({ heading, text }) => ({ heading, text })),
  );
  const change = (at: number, text: string) =>
    setWritten((before) => before.map((section, i) => (i === at ? { ...section, text } : section)));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave(written);
  };
  return (
    <form className="narrative-form" onSubmit={submit}>
      <p className="soft">
        花括号里的数随记录重算，例如 <code>{'{requests.received}'}</code>
        。要添加的，从每一段下面的“插入一个数”里选取，会加在这一段的末尾，再移到合适的位置。
      </p>
      {written.map(({ heading, text }, at) => (
        <div key={heading}>
          <LongField label={heading} value={text} rows={4} onChange={(now) => change(at, now)} />
          <select
            className="box insert"
            aria-label={`在“${heading}”的末尾插入一个数`}
            value=""
            onChange={(event) => change(at, `${text}{${event.target.value}}`)}
          >
            <option value="">插入一个数……</option>
            {view.liveFigures.map(({ name, term, value }) => (
              <option key={name} value={name}>
                {term}（现在是 {value}）
              </option>
            ))}
          </select>
        </div>
      ))}
      <ProblemNote error={error} />
      <p className="form-buttons">
        <Button type="primary" size="large" htmlType="submit" loading={pending}>
          保存正文
        </Button>
        <Button size="large" onClick={onLeave}>
          不保存，返回
        </Button>
      </p>
    </form>
  );
}

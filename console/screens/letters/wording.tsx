/** 一种文书的用语: read, changed, or taken back to ours. */
import { Button } from 'antd';
import { useState } from 'react';
import type { LetterSettingsView, LetterWordingSent } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { LongField } from '../../components/long-field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';

export interface WordingProps {
  readonly view: LetterSettingsView;
  readonly kind: LetterSettingsView['kinds'][number];
  readonly onDone: (after: LetterSettingsView, says: string) => void;
}

export function Wording({ view, kind, onDone }: WordingProps) {
  const [typed, setTyped] = useState(kind.wording);
  const adopt = useSend(
    (wording: string | null) =>
      call('POST /api/letter-settings/wordings', {
        sends: { agencyId: view.agencyId, kind: kind.kind, wording } satisfies LetterWordingSent,
      }),
    (after, wording) =>
      onDone(after, `${kind.term}：${wording === null ? '已经恢复原来的用语' : '已经改用新的用语'}。`),
  );
  const { allowed } = view.change;
  return (
    <li className="card">
      <details>
        <summary>
          {kind.term}
          <span className="soft">{kind.adopted ? '本机关用语' : kind.basis}</span>
        </summary>
        <LongField
          label="用语"
          rows={6}
          value={typed}
          onChange={setTyped}
          hint={`必须有：${kind.must.map((field) => `{{${field}}}`).join('、')}`}
        />
        <details>
          <summary>可以使用的栏目</summary>
          <p className="soft">{kind.fields.map((field) => `{{${field}}}`).join(' ')}</p>
        </details>
        <ProblemNote error={adopt.error} />
        <p className="head-buttons">
          <Button
            type="primary"
            disabled={!allowed || typed === kind.wording}
            loading={adopt.isPending}
            onClick={() => adopt.mutate(typed)}
          >
            改用这段用语
          </Button>
          {kind.adopted && (
            <Button disabled={!allowed} onClick={() => adopt.mutate(null)}>
              恢复原来的用语
            </Button>
          )}
        </p>
      </details>
    </li>
  );
}

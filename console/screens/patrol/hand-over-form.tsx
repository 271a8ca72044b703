/** 换班: another takes the day over, with the reason. */
import { Button } from 'antd';
import { useState } from 'react';
import type { PatrolActBody, PatrolSheetView } from '../../../src/desk/contract.ts';
import { ChoiceField } from '../../components/choice-field.tsx';
import { choicesOf } from '../../components/choices-of.ts';
import { TextField } from '../../components/text-field.tsx';

interface HandOverFormProps {
  readonly view: PatrolSheetView;
  readonly send: { mutate(act: PatrolActBody): void; readonly isPending: boolean };
}

export function HandOverForm({ view, send }: HandOverFormProps) {
  const [to, setTo] = useState('');
  const [because, setBecause] = useState('');
  const [tried, setTried] = useState(false);
  return (
    <details className="card patrol-hand-over screen-only">
      <summary>换班</summary>
      <ChoiceField
        label="换给"
        value={to}
        onChange={setTo}
        choices={choicesOf(view.officers)}
        none="请选择人员"
        wrong={tried && to === '' ? '请选择接班的人。' : undefined}
      />
      <TextField
        label="为什么换班"
        value={because}
        onChange={setBecause}
        wrong={tried && because.trim() === '' ? '请写明原因。' : undefined}
      />
      <Button
        loading={send.isPending}
        onClick={() => {
          setTried(true);
          if (to !== '' && because.trim() !== '') send.mutate({ verb: 'handOver', to, because });
        }}
      >
        换班
      </Button>
    </details>
  );
}

/** 开整改单: by the very words that are wrong, so that the machine can look whether they are gone. */
import { Button } from 'antd';
import { useState } from 'react';
import type { MistakeActBody, MistakeView } from '../../../src/desk/contract.ts';
import { TextField } from '../../components/text-field.tsx';

export interface MistakeFormProps {
  readonly view: MistakeView;
  readonly send: { mutate(act: MistakeActBody): void; readonly error: unknown; readonly isPending: boolean };
}

export function TicketOpening({ view, send }: MistakeFormProps) {
  const [wrong, setWrong] = useState(view.wrong);
  const [tried, setTried] = useState(false);
  if (view.site === null) return null;
  return (
    <section className="card mistake-part" aria-labelledby="ticketing">
      <h2 id="ticketing">一时改不完的，开整改单</h2>
      <TextField
        label="页面上错误的文字"
        value={wrong}
        onChange={setWrong}
        hint="照页面抄写。报告改正以后，系统重新打开这一页，看这些文字还在不在。"
        wrong={tried && wrong.trim() === '' ? '请照抄错误的文字。' : undefined}
      />
      <Button
        loading={send.isPending}
        onClick={() => {
          setTried(true);
          if (wrong.trim() !== '') send.mutate({ verb: 'openTicket', wrong });
        }}
      >
        开整改单
      </Button>
    </section>
  );
}

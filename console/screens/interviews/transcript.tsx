/** 实录: the latest on top while it runs; each can be put right, and says that it was. */
import { useState } from 'react';
import type { InterviewView, TranscriptLineView } from '../../../src/desk/contract.ts';
import { LongField } from '../../components/long-field.tsx';
import { SideForm } from '../../components/side-form.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useInterviewAct } from './use-interview-act.ts';

export function Transcript({ file, mayCorrect }: { readonly file: InterviewView; readonly mayCorrect: boolean }) {
  const [open, setOpen] = useState<number | null>(null);
  const lines = file.stage === 'live' ? [...file.lines].reverse() : file.lines;
  return (
    <section className="card interview-part" aria-labelledby="transcript">
      <h2 id="transcript">实录</h2>
      {lines.length === 0 && <p className="soft">还没有发言。</p>}
      <ol>
        {lines.map((line) => (
          <li key={line.n}>
            <p>
              <strong>{line.whoTerm}</strong> {line.corrected && <span className="soft">{line.corrected}</span>}
            </p>
            <p className="interview-text">{line.text}</p>
            {open === line.n ? (
              <CorrectForm line={line} file={file} onLeave={() => setOpen(null)} />
            ) : (
              mayCorrect && (
                <button type="button" className="step-button" onClick={() => setOpen(line.n)}>
                  更正
                </button>
              )
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

interface CorrectFormProps {
  readonly line: TranscriptLineView;
  readonly file: InterviewView;
  readonly onLeave: () => void;
}

function CorrectForm({ line, file, onLeave }: CorrectFormProps) {
  const [text, setText] = useState(line.text);
  const [note, setNote] = useState('');
  // As it was when the form was opened: what another puts right meanwhile is not lost.
  const [seen] = useState(line.version);
  const [tried, setTried] = useState(false);
  const send = useInterviewAct(file.line.id, onLeave);
  const mustSay = file.stage === 'ended';
  const submit = () => {
    setTried(true);
    if (text.trim() === '' || (mustSay && note.trim() === '')) return false;
    send.mutate({ verb: 'correct', turn: line.n, seen, text, note });
    return true;
  };
  return (
    <SideForm title="更正" verb="更正" error={send.error} pending={send.isPending} onSubmit={submit} onLeave={onLeave}>
      <LongField
        label="改后的文字"
        value={text}
        onChange={setText}
        wrong={tried && text.trim() === '' ? '请填写这一项。' : undefined}
      />
      <TextField
        label="说明"
        value={note}
        onChange={setNote}
        optional={!mustSay}
        hint="显示在门户，如“听写有误”"
        wrong={tried && mustSay && note.trim() === '' ? '访谈已经结束，请写明为什么更正。' : undefined}
      />
    </SideForm>
  );
}

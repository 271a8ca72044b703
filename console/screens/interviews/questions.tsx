/** 网友提问: those that wait first; each is let through in words that were read, or not. */
import { useState } from 'react';
import type { InterviewQuestionView, InterviewView } from '../../../src/desk/contract.ts';
import { LongField } from '../../components/long-field.tsx';
import { SideForm } from '../../components/side-form.tsx';
import { useInterviewAct } from './use-interview-act.ts';

interface QuestionsProps {
  readonly file: InterviewView;
  readonly mayAdmit: boolean;
  readonly mayDecline: boolean;
}

export function Questions({ file, mayAdmit, mayDecline }: QuestionsProps) {
  const [open, setOpen] = useState<{ readonly id: string; readonly verb: 'admit' | 'decline' } | null>(null);
  const waiting = file.questions.filter(({ state }) => state === 'waiting');
  const decided = file.questions.filter(({ state }) => state !== 'waiting');
  return (
    <section className="card interview-part" aria-labelledby="questions">
      <h2 id="questions">{`网友提问，${waiting.length} 个待处理`}</h2>
      {file.questions.length === 0 && <p className="soft">还没有提问。预告公开以后，网友在门户的访谈页面提问。</p>}
      <ul>
        {[...waiting, ...decided].map((question) => (
          <li key={question.id}>
            <p className="interview-text">{question.body}</p>
            <p className="soft">{[question.stateTerm, question.why].filter((part) => part !== '').join('：')}</p>
            {question.state === 'waiting' && open?.id !== question.id && (
              <p className="head-buttons">
                {mayAdmit && (
                  <button
                    type="button"
                    className="step-button"
                    onClick={() => setOpen({ id: question.id, verb: 'admit' })}
                  >
                    公开
                  </button>
                )}
                {mayDecline && (
                  <button
                    type="button"
                    className="step-button"
                    onClick={() => setOpen({ id: question.id, verb: 'decline' })}
                  >
                    不公开
                  </button>
                )}
              </p>
            )}
            {open?.id === question.id && (
              <DecideForm
                key={open.verb}
                question={question}
                verb={open.verb}
                interviewId={file.line.id}
                onLeave={() => setOpen(null)}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface DecideFormProps {
  readonly question: InterviewQuestionView;
  readonly verb: 'admit' | 'decline';
  readonly interviewId: string;
  readonly onLeave: () => void;
}

function DecideForm({ question, verb, interviewId, onLeave }: DecideFormProps) {
  const [text, setText] = useState(verb === 'admit' ? question.body : '');
  const [tried, setTried] = useState(false);
  const send = useInterviewAct(interviewId, onLeave);
  const term = verb === 'admit' ? '公开提问' : '不公开提问';
  const submit = () => {
    setTried(true);
    if (text.trim() === '') return false;
    const questionId = question.id;
    send.mutate(verb === 'admit' ? { verb, questionId, text } : { verb, questionId, why: text });
    return true;
  };
  return (
    <SideForm title={term} verb={term} error={send.error} pending={send.isPending} onSubmit={submit} onLeave={onLeave}>
      {verb === 'admit' && <p className="soft">请逐字看过，隐去姓名、住址等能认出人的内容，然后公开。</p>}
      <LongField
        label={verb === 'admit' ? '公开的提问' : '不公开的原因'}
        value={text}
        onChange={setText}
        wrong={tried && text.trim() === '' ? '请填写这一项。' : undefined}
      />
    </SideForm>
  );
}

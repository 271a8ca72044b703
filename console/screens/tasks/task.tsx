/** 一项协办: what is asked, until when, what to answer it with; nothing else of the file it belongs to. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useParams } from 'wouter';
import type { TaskActSent, TaskView } from '../../../src/desk/contract.ts';
import { call, download } from '../../api/call.ts';
import { useSession } from '../../api/session.ts';
import { useSend } from '../../api/use-send.ts';
import { Bits } from '../../components/bits.tsx';
import { inProse, weekdayOf } from '../../components/day.ts';
import { DayField } from '../../components/day-field.tsx';
import { DoneNote } from '../../components/done-note.tsx';
import { focusFirstWrong } from '../../components/focus-wrong.ts';
import { keepFile } from '../../components/keep-file.ts';
import { KeptFiles } from '../../components/kept-files.tsx';
import { Light } from '../../components/light.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { LongField } from '../../components/long-field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import { UploadForm } from '../../components/upload-form.tsx';
import '../../components/file-head.css';
import '../../components/step.css';
import './task.css';

export default function TaskScreen() {
  const { id = '', n = '' } = useParams<{ id: string; n: string }>();
  const query = useQuery({
    queryKey: ['task', id, n],
    queryFn: ({ signal }) => call('GET /api/tasks/:id/:n', { path: { id, n }, signal }),
  });
  return (
    <Loaded query={query} skeleton={<RowsSkeleton />} alone>
      {(task) => <OpenTask key={`${id}-${n}`} task={task} />}
    </Loaded>
  );
}

function OpenTask({ task }: { readonly task: TaskView }) {
  const { requestId: id } = task;
  const path = { id, n: String(task.n) };
  const client = useQueryClient();
  const { today } = useSession();
  const [done, setDone] = useState('');
  const kept = (after: TaskView) => {
    client.setQueryData(['task', id, path.n], after);
    void client.invalidateQueries({ predicate: ({ queryKey }) => ['inbox', 'tasks'].includes(String(queryKey[0])) });
  };
  // What was uploaded and went with no answer yet goes with this one.
  const unused = task.files.filter(({ removable }) => removable).map((one) => one.id);
  const act = useSend(
    (sent: TaskActSent['act']) =>
      call('POST /api/tasks/:id/:n/acts', {
        path,
        sends: { seen: task.seen, act: sent, ...(sent.verb === 'answerTask' && { fileIds: unused }) },
      }),
    (after: TaskView) => {
      setDone(after.mayAnswer ? '已经接收。' : '已经回复，等承办机关确认。');
      kept(after);
    },
  );
  const remove = useSend(
    (fileId: string) => call('DELETE /api/tasks/:id/:n/files/:fileId', { path: { ...path, fileId } }),
    kept,
  );
  const open = useSend(
    (fileId: string) => download('GET /api/tasks/:id/:n/files/:fileId', { path: { ...path, fileId } }),
    keepFile,
  );
  return (
    <>
      <header className="file-head">
        <p>
          <Light light={task.light} />
          <Bits of={[task.from, task.number, task.state]} />
        </p>
        <h1>{task.what}</h1>
      </header>
      <DoneNote says={done} />
      <section className="card step task-card" aria-labelledby="answer">
        <h2 id="answer">
          {task.mayAnswer && <span className="soft">下一步</span>}
          {task.mayAnswer ? '回复协办' : '这项协办不用再回复'}
        </h2>
        <p>
          请在 {inProse(task.dueOn)}（{weekdayOf(task.dueOn)}）以前回复
          {task.mayAnswer &&
            (task.workdaysLeft < 0
              ? `，已经逾期 ${-task.workdaysLeft} 个工作日`
              : `，还有 ${task.workdaysLeft} 个工作日`)}
          。协办不停止计算答复申请人的期限。
        </p>
        {task.returnedWhy !== '' && <p className="problem-note">上次的回复被退回补充：{task.returnedWhy}</p>}
        <ProblemNote error={act.error ?? open.error ?? remove.error} />
        {task.mayReceive && (
          <Button loading={act.isPending} onClick={() => act.mutate({ verb: 'receiveTask', on: today })}>
            先接收，再办理
          </Button>
        )}
        {task.mayAnswer && (
          <UploadForm
            verb="上传材料"
            label="附上材料"
            upload={(file) => call('POST /api/tasks/:id/:n/files', { path, sends: { file } })}
            onKept={kept}
          />
        )}
        <KeptFiles files={task.files} onOpen={open.mutate} onRemove={remove.mutate} />
        {task.mayAnswer && (
          <Answer
            pending={act.isPending}
            today={today}
            onAnswer={(on, text) => act.mutate({ verb: 'answerTask', on, text })}
          />
        )}
      </section>
      <section className="card task-card" aria-labelledby="steps">
        <h2 id="steps">经过</h2>
        <ol className="task-steps">
          {task.steps.map(({ on, what, particulars }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: steps are only ever added at the end.
            <li key={i}>
              <p>
                {on} <strong>{what}</strong>
              </p>
              {particulars.map(({ term, text }) => (
                <p key={term} className="soft">
                  {term}：{text}
                </p>
              ))}
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}

interface AnswerProps {
  readonly pending: boolean;
  readonly today: string;
  readonly onAnswer: (on: string, text: string) => void;
}

function Answer({ pending, today, onAnswer }: AnswerProps) {
  const [text, setText] = useState('');
  const [on, setOn] = useState(today);
  const [tried, setTried] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (text.trim() === '' || on === '') return focusFirstWrong(event.currentTarget);
    onAnswer(on, text);
  };
  return (
    <form onSubmit={submit} noValidate aria-label="回复协办">
      <LongField
        label="结果"
        hint="没有检索到的，写明检索的范围、方式、时间和检索人；材料在上面上传。"
        value={text}
        onChange={setText}
        wrong={tried && text.trim() === '' ? '请写明检索或者办理的结果。' : null}
      />
      <DayField
        label="回复之日"
        hint="已经用纸质、电话等方式回复过的，填当时的日期；登记的日期同时留下。"
        value={on}
        onChange={setOn}
        max={today}
        wrong={tried && on === '' ? '请选择回复的日期。' : null}
      />
      <Button type="primary" size="large" htmlType="submit" loading={pending}>
        回复承办机关
      </Button>
    </form>
  );
}

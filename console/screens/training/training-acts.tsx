/** 办理一期培训: the quiz is drawn, who came is recorded, the plan is changed or called off. */
import { Button } from 'antd';
import { useState } from 'react';
import type { TrainingActBody, TrainingView } from '../../../src/desk/contract.ts';
import { CountField } from '../../components/count-field.tsx';
import { DayField } from '../../components/day-field.tsx';
import { PersonsField } from '../../components/persons-field.tsx';
import { ReasonForm } from '../../components/reason-form.tsx';
import { SideForm } from '../../components/side-form.tsx';

export interface TrainingSend {
  mutate(asked: { readonly act: TrainingActBody; readonly says: string }): void;
  readonly error: unknown;
  readonly isPending: boolean;
}
interface FormProps {
  readonly view: TrainingView;
  readonly send: TrainingSend;
  readonly onLeave: () => void;
}

export function TrainingActs({ view, send }: Omit<FormProps, 'onLeave'>) {
  const [opened, setOpened] = useState<'hold' | 'drawQuiz' | 'invite' | 'cancelTraining' | null>(null);
  const leave = () => setOpened(null);
  const { line, may } = view;
  if (line.standing === 'cancelled') return null;
  if (!may.allowed) return <p className="soft">{may.why}</p>;
  const form = { view, send, onLeave: leave };
  const isOpen = line.heldOn === null;
  const mayDraw = line.quiz === null || line.quiz.answered === 0;
  return (
    <>
      {opened === null && (isOpen || mayDraw) && (
        <p className="training-turns screen-only">
          {isOpen && (
            <button type="button" className="step-button" onClick={() => setOpened('hold')}>
              登记到场
            </button>
          )}
          {mayDraw && (
            <button type="button" className="step-button" onClick={() => setOpened('drawQuiz')}>
              {line.quiz === null ? '出试卷' : '换一份试卷'}
            </button>
          )}
          {isOpen && <Button onClick={() => setOpened('invite')}>改日期、参加的人</Button>}
          {isOpen && <Button onClick={() => setOpened('cancelTraining')}>取消这期培训</Button>}
        </p>
      )}
      {opened === 'hold' && <Hold {...form} />}
      {opened === 'drawQuiz' && <DrawQuiz {...form} />}
      {opened === 'invite' && <Invite {...form} />}
      {opened === 'cancelTraining' && (
        <section className="card step">
          <ReasonForm
            label="为什么取消"
            verb="取消这期培训"
            causes="不再计入本年培训，仍然留在列表里"
            error={send.error}
            pending={send.isPending}
            onSay={(because) => send.mutate({ act: { verb: 'cancelTraining', because }, says: '已经取消。' })}
            onLeave={leave}
          />
        </section>
      )}
    </>
  );
}

function Hold({ view, send, onLeave }: FormProps) {
  const [heldOn, setHeldOn] = useState([view.line.plannedOn, view.today].sort()[0]!);
  const [attended, setAttended] = useState<readonly string[]>(view.persons.map(({ id }) => id));
  const [guests, setGuests] = useState('0');
  const [tried, setTried] = useState(false);
  const nobody = attended.length + Number(guests) === 0;
  const submit = () => {
    setTried(true);
    if (heldOn === '' || nobody || !/^\d+$/.test(guests)) return false;
    const act: TrainingActBody = { verb: 'hold', heldOn, attended: [...attended], guests: Number(guests) };
    send.mutate({ act, says: '已经登记到场。' });
    return true;
  };
  return (
    <SideForm
      title="登记到场"
      verb="登记到场"
      error={send.error}
      pending={send.isPending}
      onSubmit={submit}
      onLeave={onLeave}
    >
      <DayField
        label="举办日期"
        value={heldOn}
        onChange={setHeldOn}
        max={view.today}
        wrong={tried && heldOn === '' ? '请写明日期。' : undefined}
      />
      <PersonsField
        label="到场的人"
        persons={view.persons}
        chosen={attended}
        onChange={setAttended}
        wrong={tried && nobody ? '没有人到场的，请取消这期培训。' : undefined}
      />
      <CountField
        label="其他到场人数"
        unit="人"
        value={guests}
        onChange={setGuests}
        hint="没有账号的人，只记人数"
        wrong={tried && !/^\d+$/.test(guests) ? '请填写人数，没有的填 0。' : undefined}
      />
    </SideForm>
  );
}

function DrawQuiz({ view, send, onLeave }: FormProps) {
  const [count, setCount] = useState('10');
  const [dueOn, setDueOn] = useState('');
  const [tried, setTried] = useState(false);
  const { least, most } = view.sizes;
  const size = Number(count);
  const badSize = !/^\d+$/.test(count) || size < least || size > most;
  const submit = () => {
    setTried(true);
    if (badSize || dueOn === '') return false;
    const act = { verb: 'drawQuiz', count: size, dueOn } as const;
    send.mutate({ act, says: '试卷已经出好，参加的人收到了消息。' });
    return true;
  };
  return (
    <SideForm
      title="出试卷"
      verb="出试卷"
      error={send.error}
      pending={send.isPending}
      onSubmit={submit}
      onLeave={onLeave}
    >
      <p className="soft">系统从查到过的问题和规则里抽题，各占一半；问题不够的由规则补足。有人答题以后不能再换。</p>
      <CountField
        label="题数"
        unit="题"
        value={count}
        onChange={setCount}
        hint={`${least} 到 ${most} 题`}
        wrong={tried && badSize ? `请填写 ${least} 到 ${most}。` : undefined}
      />
      <DayField
        label="答题截止"
        value={dueOn}
        onChange={setDueOn}
        wrong={tried && dueOn === '' ? '请写明哪一天截止。' : undefined}
      />
    </SideForm>
  );
}

function Invite({ view, send, onLeave }: FormProps) {
  const [plannedOn, setPlannedOn] = useState(view.line.plannedOn);
  const [invited, setInvited] = useState<readonly string[]>(view.persons.map(({ id }) => id));
  const [tried, setTried] = useState(false);
  const known = new Map([
    ...view.persons.map(({ id, name, agency }) => [id, { id, name, agency }] as const),
    ...view.trainees.map(({ name, term, agency }) => [name, { id: name, name: term, agency }] as const),
  ]);
  const submit = () => {
    setTried(true);
    if (plannedOn === '' || invited.length === 0) return false;
    send.mutate({ act: { verb: 'invite', plannedOn, invited: [...invited] }, says: '已经改好。' });
    return true;
  };
  return (
    <SideForm
      title="改日期、参加的人"
      verb="改计划"
      error={send.error}
      pending={send.isPending}
      onSubmit={submit}
      onLeave={onLeave}
    >
      <DayField
        label="日期"
        value={plannedOn}
        onChange={setPlannedOn}
        wrong={tried && plannedOn === '' ? '请写明日期。' : undefined}
      />
      <PersonsField
        label="参加的人"
        persons={[...known.values()]}
        chosen={invited}
        onChange={setInvited}
        wrong={tried && invited.length === 0 ? '请选择参加的人。' : undefined}
      />
    </SideForm>
  );
}

/** 定时发布: the day and the time of day; when it really goes out is written by the system. */
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useSession } from '../../../api/session.ts';
import { ChoiceField } from '../../../components/choice-field.tsx';
import { DayField } from '../../../components/day-field.tsx';
import { focusFirstWrong } from '../../../components/focus-wrong.ts';
import type { ActingProps } from './act.ts';
import { NotDoneNote } from './not-done.tsx';
import { leavingOf, Undecided, undecidedIn } from './undecided.tsx';

/** Every half hour of the day. */
const TIMES = Array.from({ length: 48 }, (_, half) => {
  const hour = String(Math.floor(half / 2)).padStart(2, '0');
  return `${hour}:${half % 2 === 0 ? '00' : '30'}`;
});

export function ScheduleForm({ view, error, pending, onAct, onReload }: ActingProps) {
  const { today } = useSession();
  const [on, setOn] = useState('');
  const [time, setTime] = useState('09:00');
  const [tried, setTried] = useState(false);
  const [seen, setSeen] = useState(false);
  const open = undecidedIn(view);
  const unseen = open.length > 0 && !seen;
  const wrong = on === '' ? '请选择发布的日期。' : on < today ? '发布的日期不能早于今天。' : null;
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (wrong || unseen) return focusFirstWrong(event.currentTarget);
    onAct({ verb: 'schedule', on, time, ...leavingOf(open) });
  };
  return (
    <form onSubmit={send} noValidate aria-label="定时发布">
      <p className="causes">到时由系统发布，不用有人在。在这以前改了稿件的，定时作废。</p>
      <div className="pair">
        <DayField label="发布的日期" value={on} onChange={setOn} wrong={tried ? wrong : null} />
        <ChoiceField
          label="时间"
          value={time}
          onChange={setTime}
          choices={TIMES.map((at) => ({ value: at, term: at }))}
        />
      </div>
      <Undecided
        open={open}
        seen={seen}
        onSee={setSeen}
        says="都看过了，到时照原样发布"
        wrong={tried && unseen ? '请逐处看过再勾选；要改的不要定时，先修改稿件。' : null}
      />
      <NotDoneNote error={error} onReload={onReload} />
      <Button type="primary" size="large" htmlType="submit" loading={pending}>
        设定发布时间
      </Button>
    </form>
  );
}

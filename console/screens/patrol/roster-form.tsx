/** 安排值班: from which day on, by which turns, and who in which order. */
import { useState } from 'react';
import type { PatrolMonthView, RosterSent } from '../../../src/desk/contract.ts';
import { ChoiceField } from '../../components/choice-field.tsx';
import { choicesOf } from '../../components/choices-of.ts';
import { DayField } from '../../components/day-field.tsx';
import { SideForm } from '../../components/side-form.tsx';

interface RosterFormProps {
  readonly view: PatrolMonthView;
  readonly error: unknown;
  readonly pending: boolean;
  readonly onSend: (sent: RosterSent) => void;
  readonly onLeave: () => void;
}

export function RosterForm({ view, error, pending, onSend, onLeave }: RosterFormProps) {
  const [from, setFrom] = useState(view.today);
  const [turn, setTurn] = useState<RosterSent['turn']>('day');
  const [days, setDays] = useState<RosterSent['days']>('workdays');
  const [officerIds, setOfficerIds] = useState<readonly string[]>([]);
  const [tried, setTried] = useState(false);
  const called = new Map(view.officers.map(({ name, term }) => [name, term]));
  const submit = () => {
    setTried(true);
    if (from === '' || officerIds.length === 0) return false;
    onSend({ agencyId: view.agency.name, from, turn, days, officerIds: [...officerIds] });
    return true;
  };
  return (
    <SideForm title="安排值班" verb="安排值班" error={error} pending={pending} onSubmit={submit} onLeave={onLeave}>
      <DayField
        label="起用日期"
        value={from}
        onChange={setFrom}
        hint="以前的值班表到前一天为止，不改写。"
        wrong={tried && from === '' ? '请写明从哪一天起。' : undefined}
      />
      <ChoiceField
        label="哪些天巡查"
        value={days}
        onChange={(value) => setDays(value as RosterSent['days'])}
        choices={choicesOf(view.dayChoices)}
        hint="只在工作日巡查的，节后第一张巡查单连放假的日子一起看。"
      />
      <ChoiceField
        label="怎样轮换"
        value={turn}
        onChange={(value) => setTurn(value as RosterSent['turn'])}
        choices={choicesOf(view.turns)}
      />
      <ChoiceField
        label="加入值班的人"
        value=""
        onChange={(id) => id && setOfficerIds([...officerIds, id])}
        choices={choicesOf(view.officers.filter(({ name }) => !officerIds.includes(name)))}
        none="请选择人员"
        hint="按选入的次序轮换。"
        wrong={tried && officerIds.length === 0 ? '请至少安排一个人。' : undefined}
      />
      {officerIds.length > 0 && (
        <ol className="patrol-turns" aria-label="轮换的次序">
          {officerIds.map((id) => (
            <li key={id}>
              <span>{called.get(id)}</span>
              <button
                type="button"
                className="step-button"
                onClick={() => setOfficerIds(officerIds.filter((one) => one !== id))}
              >
                删去<span className="heard">{called.get(id)}</span>
              </button>
            </li>
          ))}
        </ol>
      )}
    </SideForm>
  );
}

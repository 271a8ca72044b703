/** 录入放假安排, as the notice of the State Council or the order of the province reads. */
import { useState } from 'react';
import type { CalendarView, NewNotice } from '../../../src/desk/contract.ts';
import { problemOf } from '../../api/call.ts';
import { ChoiceField } from '../../components/choice-field.tsx';
import { DayField } from '../../components/day-field.tsx';
import { wrongAt } from '../../components/field.tsx';
import { SideForm, type SideFormProps } from '../../components/side-form.tsx';
import { TextField } from '../../components/text-field.tsx';
import { BreakRows } from './break-rows.tsx';
import {
  blankNotice,
  isChosen,
  lackingInBreaks,
  noticeToSend,
  type WrittenNotice,
  withRow,
  wrongInRow,
} from './notice.ts';

export interface NoticeFormProps extends Pick<SideFormProps, 'error' | 'pending' | 'onLeave'> {
  readonly view: CalendarView;
  readonly onSave: (notice: NewNotice) => void;
}

export function NoticeForm({ view, onSave, ...form }: NoticeFormProps) {
  const [written, setWritten] = useState(() => blankNotice(view.published ? null : view.year));
  const [tried, setTried] = useState(false);
  const write = (change: Partial<WrittenNotice>) => setWritten((before) => ({ ...before, ...change }));
  const issues = form.error ? problemOf(form.error).issues : [];
  const lacks = lackingInBreaks(written.daysOff);
  const untitled = written.title.trim() === '';
  const field = (name: 'title' | 'number' | 'link' | 'publishes') => ({
    value: written[name],
    onChange: (value: string) => write({ [name]: value }),
    wrong: wrongAt(issues, `/${name}`),
  });
  const submit = () => {
    setTried(true);
    if (untitled || lacks.size > 0) return false;
    return onSave(noticeToSend(written));
  };
  const { makeUpDays } = written;
  return (
    <SideForm title="录入放假安排" verb="录入放假安排" onSubmit={submit} {...form}>
      <p className="soft form-note">{view.change.causes}</p>
      <TextField
        label="通知名称"
        {...field('title')}
        {...(tried && untitled ? { wrong: '请写明通知名称，日后有人会问这一天为什么放假。' } : {})}
      />
      <div className="pair">
        <TextField label="文号" optional hint="例如“国办发明电〔2025〕7号”" {...field('number')} />
        <TextField label="原文网址" optional {...field('link')} />
      </div>
      <ChoiceField
        label="公布哪一年的安排"
        {...field('publishes')}
        none="不公布年度安排，只作补充、更正或者地方放假"
        choices={[-1, 0, 1, 2].map((by) => ({ value: String(view.year + by), term: `${view.year + by} 年` }))}
        hint="选了年度，这一年的期限就不再是暂估"
      />
      <BreakRows
        rows={written.daysOff}
        onChange={(daysOff) => write({ daysOff })}
        lacks={tried ? lacks : new Map()}
        issues={issues}
      />
      <fieldset className="row-set">
        <legend>调休上班日</legend>
        {makeUpDays.map((row) => (
          <div key={row.key} className="row-line">
            <DayField
              label="上班日"
              value={row.on}
              onChange={(on) =>
                write({ makeUpDays: makeUpDays.map((one) => (one.key === row.key ? { ...one, on } : one)) })
              }
              wrong={wrongInRow(issues, 'makeUpDays', makeUpDays, row, isChosen)}
            />
            <button
              type="button"
              className="step-button"
              onClick={() => write({ makeUpDays: makeUpDays.filter(({ key }) => key !== row.key) })}
            >
              删去<span className="heard">上班日 {row.on}</span>
            </button>
          </div>
        ))}
        <button
          type="button"
          className="step-button"
          onClick={() => write({ makeUpDays: withRow(makeUpDays, { on: '' }) })}
        >
          加一个上班日
        </button>
      </fieldset>
    </SideForm>
  );
}

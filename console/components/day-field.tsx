/** A civil day with its weekday in the box: who files for a Saturday sees it. Typed as 2026-03-16 or 20260316, or picked. */
import { DatePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useId } from 'react';
import { Field, type FieldBase } from './field.tsx';
import { typedDay } from './typed-day.ts';

dayjs.locale('zh-cn');

export interface DayFieldProps extends FieldBase {
  /** The last day that may be chosen; acts are never entered ahead. */
  readonly max?: string | undefined;
}

const FORMATS = ['YYYY-MM-DD ddd', 'YYYY-MM-DD', 'YYYYMMDD', 'YYYY/M/D', 'YYYY.M.D', 'YYYY年M月D日'];

export function DayField({ value, onChange, max, ...field }: DayFieldProps) {
  const id = useId();
  return (
    <Field id={id} {...field}>
      {/* What is typed counts at once: whoever presses the button of the form with the pointer still in the box has filled it in. */}
      <div
        className="day-typed"
        onInput={({ target }) => {
          const day = typedDay((target as HTMLInputElement).value);
          if (day !== null && day !== value && !(max && day > max)) onChange(day);
        }}
      >
        <DatePicker
          id={id}
          className="day-box"
          format={FORMATS}
          value={value === '' ? null : dayjs(value)}
          {...(max ? { maxDate: dayjs(max) } : {})}
          // Enter takes the day that was typed; it does not send the form.
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
          onChange={(day: Dayjs | null) => onChange(day ? day.format('YYYY-MM-DD') : '')}
          placeholder="年-月-日"
          status={field.wrong ? 'error' : ''}
          aria-invalid={Boolean(field.wrong)}
          aria-describedby={`${id}-note`}
        />
      </div>
    </Field>
  );
}

/** 办理经过: one row an event, with the particulars that matter for it and no others. */

import { SERVED_BY } from '../../statute/reply-clock/effects/ending.ts';
import { EVENT_TERMS } from '../../statute/reply-clock/history.ts';
import { EVENT_FIELDS, type EventField, type EventRow, FIELDS_OF } from '../deadline-form.ts';
import { Select, TextField } from './field.tsx';

const METHODS = Object.entries(SERVED_BY).map(([method, { term }]) => [method, term] as const);

export function EventRows({ rows }: { readonly rows: readonly EventRow[] }): JSX.Element {
  return (
    <>
      {rows.map((row, n) => (
        <fieldset class="event-row">
          <legend safe>{`${n + 1}. ${EVENT_TERMS[row.type]}`}</legend>
          <input type="hidden" name={`type.${n}`} value={row.type} />
          <div class="row-fields">
            <TextField id={`on.${n}`} label="日期" type="date" value={row.on} max={10} />
            {FIELDS_OF[row.type].map((field) => Particular({ field, n, value: row.particulars[field] ?? '' }))}
            <div class="field">
              <button class="quiet slight" type="submit" name="do" value={`remove.${n}`}>
                去掉这一件
              </button>
            </div>
          </div>
        </fieldset>
      ))}
    </>
  );
}

function Particular({ field, n, value }: { field: EventField; n: number; value: string }): JSX.Element {
  const { label, type } = EVENT_FIELDS[field];
  const id = `${field}.${n}`;
  if (type === 'method') return <Select id={id} label={label} value={value || 'post'} options={METHODS} />;
  return <TextField id={id} label={label} type={type} value={value} max={type === 'text' ? 60 : 10} />;
}

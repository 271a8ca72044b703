/** One field of a verb, by its kind. */
import { ChoiceField } from '../../../components/choice-field.tsx';
import { CountField } from '../../../components/count-field.tsx';
import { DayField } from '../../../components/day-field.tsx';
import type { FieldBase } from '../../../components/field.tsx';
import { LongField } from '../../../components/long-field.tsx';
import { TextField } from '../../../components/text-field.tsx';
import type { ActField, Stage } from './act-field.ts';
import type { Values } from './act-of.ts';

export interface OneFieldProps extends Pick<FieldBase, 'value' | 'onChange' | 'wrong'> {
  readonly of: ActField;
  readonly stage: Stage;
  readonly values: Values;
}

export function OneField({ of, stage, values, ...field }: OneFieldProps) {
  const base = { ...field, label: of.term, hint: of.hint ?? evidenceHint(of, stage, values), optional: of.optional };
  switch (of.kind) {
    case 'text':
      return <TextField {...base} />;
    case 'long':
      return <LongField {...base} />;
    case 'day':
      return <DayField {...base} max={of.ahead ? undefined : stage.file.today} />;
    case 'count':
      return <CountField {...base} unit={of.unit ?? ''} />;
    case 'choice':
      return <ChoiceField {...base} choices={of.choices?.(stage) ?? []} />;
  }
}

/** Which proof is kept depends on the way of service. */
function evidenceHint({ name }: ActField, { words }: Stage, { method }: Values): string | undefined {
  return name === 'evidence' ? words.serviceMethods.find((one) => one.name === method)?.evidence : undefined;
}

/** 机关: whose it is. Who answers for one alone is not asked; nobody is given one of several by chance. */
import type { Term } from '../../src/desk/contract.ts';
import { ChoiceField, type ChoiceFieldProps } from './choice-field.tsx';
import { choicesOf } from './choices-of.ts';

export interface AgencyFieldProps extends Pick<ChoiceFieldProps, 'value' | 'onChange' | 'wrong' | 'hint'> {
  readonly agencies: readonly Term[];
}

export function AgencyField({ agencies, ...field }: AgencyFieldProps) {
  if (agencies.length < 2) return null;
  return <ChoiceField label="机关" {...field} choices={choicesOf(agencies)} none="请选择机关" />;
}

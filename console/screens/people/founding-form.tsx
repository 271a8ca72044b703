/** 成立日期 of an agency that is already there. */
import { useState } from 'react';
import type { PeopleView } from '../../../src/desk/contract.ts';
import { problemOf } from '../../api/call.ts';
import { DayField } from '../../components/day-field.tsx';
import { wrongAt } from '../../components/field.tsx';
import { SideForm } from '../../components/side-form.tsx';
import type { PeopleFormProps } from './people-form.ts';

export interface FoundingFormProps extends Omit<PeopleFormProps, 'view'> {
  readonly agency: PeopleView['agencies'][number];
  readonly onSave: (foundedOn: string) => void;
}

export function FoundingForm({ agency, onSave, ...form }: FoundingFormProps) {
  const [foundedOn, setFoundedOn] = useState(agency.foundedOn ?? '');
  const issues = form.error ? problemOf(form.error).issues : [];
  return (
    <SideForm title={`${agency.term}的成立日期`} verb="保存" onSubmit={() => onSave(foundedOn)} {...form}>
      <DayField
        label="成立日期"
        hint="照成立的文件填写；成立以前的年度不用编报年报。一直就有的，留空"
        optional
        value={foundedOn}
        onChange={setFoundedOn}
        wrong={wrongAt(issues, '/foundedOn')}
      />
    </SideForm>
  );
}

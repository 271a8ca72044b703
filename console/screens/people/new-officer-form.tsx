/** 添加人员. */
import { useState } from 'react';
import type { NewOfficer } from '../../../src/desk/contract.ts';
import { problemOf } from '../../api/call.ts';
import { ChoiceField } from '../../components/choice-field.tsx';
import { choicesOf } from '../../components/choices-of.ts';
import { wrongAt } from '../../components/field.tsx';
import { SideForm } from '../../components/side-form.tsx';
import { TextField } from '../../components/text-field.tsx';
import type { PeopleFormProps } from './people-form.ts';
import { RoleChoices } from './role-choices.tsx';

export interface NewOfficerFormProps extends PeopleFormProps {
  readonly onSave: (officer: NewOfficer) => void;
}

export function NewOfficerForm({ view, onSave, ...form }: NewOfficerFormProps) {
  const [written, setWritten] = useState<NewOfficer>({
    agencyId: view.agencies[0]?.name ?? '',
    ...{ name: '', signInName: '', password: '', roles: [] },
  });
  const issues = form.error ? problemOf(form.error).issues : [];
  const field = (name: 'agencyId' | 'name' | 'signInName' | 'password') => ({
    value: written[name],
    onChange: (value: string) => setWritten((before) => ({ ...before, [name]: value })),
    wrong: wrongAt(issues, `/${name}`),
  });
  return (
    <SideForm title="添加人员" verb="添加人员" onSubmit={() => onSave(written)} {...form}>
      <ChoiceField
        label="机关"
        {...field('agencyId')}
        choices={choicesOf(view.agencies.filter(({ ended }) => ended === null))}
        hint="岗位在这个机关及其下级机关有效"
      />
      <div className="pair">
        <TextField label="姓名" {...field('name')} />
        <TextField label="登录名" hint="字母、数字和 . _ -，例如姓名的拼音" {...field('signInName')} />
      </div>
      <TextField
        label="初始密码"
        type="password"
        autoComplete="new-password"
        hint="当面告诉本人"
        {...field('password')}
      />
      <RoleChoices
        roles={view.roles}
        chosen={written.roles}
        onChange={(roles) => setWritten((before) => ({ ...before, roles: [...roles] }))}
      />
    </SideForm>
  );
}

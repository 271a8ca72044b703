/** 交办代理: who stands in for whom, with which posts, from when to when and why. */
import { useState } from 'react';
import type { DeputyChoice, NewDeputation, PrincipalChoice } from '../../../src/desk/contract.ts';
import { ChoiceField } from '../choice-field.tsx';
import { DayField } from '../day-field.tsx';
import { SideForm, type SideFormProps } from '../side-form.tsx';
import { TextField } from '../text-field.tsx';
import './deputations.css';

export interface DeputationFormProps extends Pick<SideFormProps, 'error' | 'pending' | 'onLeave'> {
  readonly today: string;
  /** Whose posts may be lent; one alone is not asked for. */
  readonly principals: readonly PrincipalChoice[];
  readonly deputies: readonly DeputyChoice[];
  readonly onSave: (sends: NewDeputation) => void;
}

export function DeputationForm({ today, principals, deputies, onSave, ...form }: DeputationFormProps) {
  const only = principals.length === 1 ? principals[0] : undefined;
  const [written, setWritten] = useState<NewDeputation>({
    principalId: only?.name ?? '',
    ...{ deputyId: '', roles: only?.roles.map(({ name }) => name) ?? [], from: today, to: '', reason: '' },
  });
  const [tried, setTried] = useState(false);
  const roles = principals.find(({ name }) => name === written.principalId)?.roles ?? [];
  const lacks = lacking(written);
  const write = (change: Partial<NewDeputation>) => setWritten((before) => ({ ...before, ...change }));
  const field = (name: 'principalId' | 'deputyId' | 'from' | 'to' | 'reason') => ({
    value: written[name],
    onChange: (value: string) => write({ [name]: value }),
    wrong: tried ? lacks[name] : null,
  });
  const submit = () => {
    setTried(true);
    if (Object.keys(lacks).length > 0) return false;
    return onSave(written);
  };
  return (
    <SideForm title="交办代理" verb="交办代理" onSubmit={submit} {...form}>
      <p className="soft deputation-note">
        代理人用这些岗位办的事，记录写明“某某（代某某）”。自己写的、代写的，双方都不能再审。
      </p>
      <div className="pair">
        {!only && (
          <ChoiceField
            label="被代理人"
            none="请选择"
            choices={principals.map(choice)}
            {...field('principalId')}
            onChange={(principalId) =>
              write({
                principalId,
                roles: principals.find(({ name }) => name === principalId)?.roles.map(({ name }) => name) ?? [],
              })
            }
          />
        )}
        <ChoiceField
          label="代理人"
          none="请选择"
          choices={deputies.filter(({ name }) => name !== written.principalId).map(choice)}
          {...field('deputyId')}
        />
      </div>
      {roles.length > 0 && (
        <fieldset className="lent-roles">
          <legend>代理的岗位</legend>
          {roles.map(({ name, term }) => (
            <label key={name}>
              <input
                type="checkbox"
                checked={written.roles.includes(name)}
                onChange={() =>
                  write({
                    roles: written.roles.includes(name)
                      ? written.roles.filter((one) => one !== name)
                      : [...written.roles, name],
                  })
                }
              />
              {term}
            </label>
          ))}
          {tried && lacks.roles && <p className="field-wrong">{lacks.roles}</p>}
        </fieldset>
      )}
      <div className="pair">
        <DayField label="从" {...field('from')} />
        <DayField label="到" hint="这一天结束时失效，也可以提前结束" {...field('to')} />
      </div>
      <TextField label="事由" hint="例如休假、出差、借调" {...field('reason')} />
    </SideForm>
  );
}

function choice({ name, term, agency }: DeputyChoice) {
  return { value: name, term: `${term}（${agency}）` };
}

function lacking({ principalId, deputyId, roles, from, to, reason }: NewDeputation) {
  return {
    ...(principalId === '' && { principalId: '请选择被代理人。' }),
    ...(deputyId === '' && { deputyId: '请选择代理人。' }),
    ...(roles.length === 0 && { roles: '请选择由他代理的岗位。' }),
    ...(from === '' && { from: '请填写开始的日期。' }),
    ...(to === '' && { to: '请填写结束的日期。' }),
    ...(reason.trim() === '' && { reason: '请写明事由。' }),
  } as Partial<Record<keyof NewDeputation, string>>;
}

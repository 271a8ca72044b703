/** 人员变动: another set of roles, another password, or an account that is stopped or taken up again. */
import { Button } from 'antd';
import { useState } from 'react';
import type { OfficerAct, OfficerView } from '../../../src/desk/contract.ts';
import { problemOf } from '../../api/call.ts';
import { ChoiceField } from '../../components/choice-field.tsx';
import { choicesOf } from '../../components/choices-of.ts';
import { wrongAt } from '../../components/field.tsx';
import { SideForm } from '../../components/side-form.tsx';
import { TextField } from '../../components/text-field.tsx';
import { Binding } from './binding.tsx';
import type { PeopleFormProps } from './people-form.ts';
import { rightsWith, rolesAt } from './rights.ts';
import { RoleChoices } from './role-choices.tsx';

export interface OfficerPanelProps extends PeopleFormProps {
  readonly officer: OfficerView;
  readonly onAct: (act: OfficerAct) => void;
}

export function OfficerPanel({ view, officer, onAct, ...form }: OfficerPanelProps) {
  const [at, setAt] = useState(officer.rights[0]?.agencyId ?? officer.agencyId);
  const [roles, setRoles] = useState(rolesAt(officer.rights, at));
  const [password, setPassword] = useState('');
  const issues = form.error ? problemOf(form.error).issues : [];
  const elsewhere = officer.rights.filter(({ agencyId }) => agencyId !== at);
  const nameOf = (agencyId: string) => view.agencies.find(({ name }) => name === agencyId)?.term ?? agencyId;
  const termOf = (role: string) => view.roles.find(({ name }) => name === role)?.term ?? role;
  return (
    <SideForm
      title={`${officer.name}（${officer.signInName}）`}
      verb="保存岗位"
      onSubmit={() => onAct({ verb: 'giveRoles', rights: rightsWith(officer.rights, at, roles) })}
      {...form}
    >
      <ChoiceField
        label="岗位所在的机关"
        hint="岗位在这个机关及其下级机关有效"
        value={at}
        onChange={(agencyId) => {
          setAt(agencyId);
          setRoles(rolesAt(officer.rights, agencyId));
        }}
        choices={choicesOf(view.agencies.filter(({ ended }) => ended === null))}
      />
      <RoleChoices roles={view.roles} chosen={roles} onChange={setRoles} />
      {elsewhere.length > 0 && (
        <p className="soft">
          在其他机关的岗位不受影响：
          {elsewhere.map(({ role, agencyId }) => `${nameOf(agencyId)}${termOf(role)}`).join('、')}
        </p>
      )}
      <div className="officer-account">
        <TextField
          label="新密码"
          type="password"
          autoComplete="new-password"
          optional
          value={password}
          onChange={setPassword}
          wrong={wrongAt(issues, '/password')}
        />
        <Button disabled={password === ''} onClick={() => onAct({ verb: 'setPassword', password })}>
          更换密码
        </Button>
        <Button danger={officer.active} onClick={() => onAct({ verb: officer.active ? 'stop' : 'resume' })}>
          {officer.active ? '停用账号' : '恢复账号'}
        </Button>
      </div>
      {view.provider && <Binding officer={officer} onAct={onAct} pending={form.pending} />}
    </SideForm>
  );
}

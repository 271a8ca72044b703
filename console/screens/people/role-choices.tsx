/** 岗位: every role with what it does, to be ticked. */
import type { PeopleView } from '../../../src/desk/contract.ts';

export interface RoleChoicesProps {
  readonly roles: PeopleView['roles'];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

export function RoleChoices({ roles, chosen, onChange }: RoleChoicesProps) {
  const toggle = (name: string) =>
    onChange(chosen.includes(name) ? chosen.filter((one) => one !== name) : [...chosen, name]);
  return (
    <fieldset className="role-choices">
      <legend>岗位</legend>
      {roles.map(({ name, term, duty }) => (
        <label key={name}>
          <input type="checkbox" checked={chosen.includes(name)} onChange={() => toggle(name)} />
          <span>
            {term}
            <span className="soft">{duty}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

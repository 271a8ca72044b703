/** 条件: words, state, light, agency and order; each change is a new address. */
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'wouter';
import { useSession } from '../../api/session.ts';
import { vocabularyQuery } from '../../api/vocabulary.ts';
import { FindBox } from '../../components/find-box.tsx';
import { LIST_LIGHTS } from './list-query.ts';

export function Filters() {
  const { data: words } = useQuery(vocabularyQuery);
  const { lights } = useSession();
  const [search, setSearch] = useSearchParams();

  const narrow = (name: string, value: string) =>
    setSearch((before) => {
      before.delete('page');
      if (value) before.set(name, value);
      else before.delete(name);
      return before;
    });
  const choice = (name: string) => ({
    value: search.get(name) ?? '',
    onChange: (value: string) => narrow(name, value),
  });
  const agencies = words?.agenciesRead ?? [];

  return (
    <search className="filters screen-only">
      <FindBox
        asked={search.get('text') ?? ''}
        among="登记号、申请人、所需信息"
        onFind={(wanted) => narrow('text', wanted)}
      />
      <Narrow label="状态" all="全部状态" {...choice('state')} choices={words?.states ?? []} />
      <Narrow
        label="红黄灯"
        all="全部红黄灯"
        {...choice('light')}
        choices={LIST_LIGHTS.map((name) => ({ name, term: lights[name] }))}
      />
      {agencies.length > 1 && <Narrow label="机关" all="全部机关" {...choice('agencyId')} choices={agencies} />}
      <Narrow label="排序" all="最急的在前" {...choice('sort')} choices={[{ name: 'newest', term: '最新的在前' }]} />
    </search>
  );
}

interface NarrowProps {
  readonly label: string;
  readonly all: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly choices: readonly { readonly name: string; readonly term: string }[];
}

function Narrow({ label, all, value, onChange, choices }: NarrowProps) {
  return (
    <select className="box narrow" aria-label={label} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{all}</option>
      {choices.map(({ name, term }) => (
        <option key={name} value={name}>
          {term}
        </option>
      ))}
    </select>
  );
}

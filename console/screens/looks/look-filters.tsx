/** 条件: officer, agency and days; each change is a new address. */
import { useSearchParams } from 'wouter';
import type { LookPage, LookQuery, Term } from '../../../src/desk/contract.ts';

export function LookFilters({ asked, page }: { readonly asked: LookQuery; readonly page: LookPage }) {
  const [, setSearch] = useSearchParams();
  const narrow = (name: keyof LookQuery) => (value: string) =>
    setSearch((before) => {
      before.delete('page');
      if (value) before.set(name, value);
      else before.delete(name);
      return before;
    });
  return (
    <search className="filters screen-only">
      <Narrow
        label="人员"
        all="全部人员"
        value={asked.officerId}
        onChange={narrow('officerId')}
        choices={page.officers}
      />
      {page.agencies.length > 1 && (
        <Narrow
          label="机关"
          all="全部机关"
          value={asked.agencyId}
          onChange={narrow('agencyId')}
          choices={page.agencies}
        />
      )}
      <Day label="从" value={asked.from} onChange={narrow('from')} />
      <Day label="到" value={asked.to} onChange={narrow('to')} />
    </search>
  );
}

interface NarrowProps {
  readonly label: string;
  readonly all: string;
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
  readonly choices: readonly Term[];
}

function Narrow({ label, all, value = '', onChange, choices }: NarrowProps) {
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

function Day({ label, value = '', onChange }: Omit<NarrowProps, 'all' | 'choices'>) {
  return (
    <label className="look-day">
      {label}
      <input type="date" className="box" value={value} onChange={(event) => onChange(event.target.value)} />
    </label>
  );
}

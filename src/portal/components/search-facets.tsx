/** 筛选: who published it, when, of what kind; each choice can be taken back. */
import { DOCUMENT_KINDS } from '../../publications/document-kinds.ts';
import type { Facets } from '../../publications/search-result.ts';

export interface Filter {
  readonly name: 'agency' | 'year' | 'kind';
  readonly value: string;
  readonly label: string;
}

type AddressOf = (change: { readonly [name in Filter['name']]?: string }) => string;

const SHOWN_AT_MOST = 8;

export function SearchFacets({
  facets,
  chosen,
  names,
  address,
}: {
  readonly facets: Facets | null;
  readonly chosen: readonly Filter[];
  readonly names: ReadonlyMap<string, string>;
  readonly address: AddressOf;
}): JSX.Element {
  const groups = facets ? groupsOf(facets, names).filter(({ lines }) => lines.length > 1) : [];
  if (groups.length === 0 && chosen.length === 0) return '';
  return (
    <aside class="aside">
      <nav aria-label="筛选">
        {chosen.length > 0 ? (
          <>
            <h2>已选</h2>
            <ul class="plain">
              {chosen.map(({ name, label }) => (
                <li>
                  <a href={address({ [name]: '' })} aria-label={`不再限定${label}`}>
                    <span safe>{label}</span> ×
                  </a>
                </li>
              ))}
            </ul>
          </>
        ) : null}
        {groups.map(({ title, name, lines }) => (
          <>
            <h2 safe>{title}</h2>
            <ul class="plain">
              {lines.slice(0, SHOWN_AT_MOST).map(({ value, label, count }) => (
                <li>
                  <a href={address({ [name]: value })} safe>
                    {label}
                  </a>
                  <span class="soft num" safe>{` ${count}`}</span>
                </li>
              ))}
            </ul>
          </>
        ))}
      </nav>
    </aside>
  );
}

interface Group {
  readonly title: string;
  readonly name: Filter['name'];
  readonly lines: readonly { readonly value: string; readonly label: string; readonly count: number }[];
}

function groupsOf({ agencies, years, kinds }: Facets, names: ReadonlyMap<string, string>): Group[] {
  return [
    {
      title: '发布机关',
      name: 'agency',
      lines: agencies.map(({ value, count }) => ({ value, label: names.get(value) ?? value, count })),
    },
    {
      title: '年份',
      name: 'year',
      lines: years.map(({ value, count }) => ({ value: String(value), label: `${value} 年`, count })),
    },
    {
      title: '种类',
      name: 'kind',
      lines: kinds.map(({ value, count }) => ({ value, label: DOCUMENT_KINDS[value].term, count })),
    },
  ];
}

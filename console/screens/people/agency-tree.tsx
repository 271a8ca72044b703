/** 机关: the county on top, those below it indented, each with its kind. */
import type { PeopleView } from '../../../src/desk/contract.ts';

type AgencyLine = PeopleView['agencies'][number];

export function AgencyTree({ view: { agencies, agencyKinds } }: { readonly view: PeopleView }) {
  const known = new Set(agencies.map(({ term }) => term));
  const roots = agencies.filter(({ parent }) => parent === null || !known.has(parent));
  const kindOf = ({ kind }: AgencyLine) => agencyKinds.find(({ name }) => name === kind)?.term ?? kind;
  const branch = (agency: AgencyLine) => {
    const below = agencies.filter(({ parent }) => parent === agency.term);
    return (
      <li key={agency.name}>
        <span className="agency-line">
          {agency.term}
          <span className="soft">{kindOf(agency)}</span>
        </span>
        {below.length > 0 && <ul>{below.map(branch)}</ul>}
      </li>
    );
  };
  return (
    <section className="card agencies" aria-labelledby="agencies">
      <h2 id="agencies">机关 {agencies.length} 个</h2>
      <ul>{roots.map(branch)}</ul>
    </section>
  );
}

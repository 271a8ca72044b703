/** 机关: the county on top, those below it indented, each with its kind. */
import type { ReactNode } from 'react';
import type { PeopleView } from '../../../src/desk/contract.ts';

type AgencyLine = PeopleView['agencies'][number];

export interface AgencyTreeProps {
  readonly view: PeopleView;
  /** What may be done with the founding day, beside the name. */
  readonly founding: (agency: AgencyLine) => ReactNode;
}

export function AgencyTree({ view: { agencies, agencyKinds }, founding }: AgencyTreeProps) {
  const there = agencies.filter(({ ended }) => ended === null);
  const over = agencies.filter(({ ended }) => ended !== null);
  const known = new Set(there.map(({ term }) => term));
  const roots = there.filter(({ parent }) => parent === null || !known.has(parent));
  const kindOf = ({ kind }: AgencyLine) => agencyKinds.find(({ name }) => name === kind)?.term ?? kind;
  const branch = (agency: AgencyLine) => {
    const below = there.filter(({ parent }) => parent === agency.term);
    return (
      <li key={agency.name}>
        <span className="agency-line">
          {agency.term}
          <span className="soft">{kindOf(agency)}</span>
          {agency.formerNames.map(({ name, until }) => (
            <span key={until} className="soft">
              {until}以前名为“{name}”
            </span>
          ))}
          {agency.foundedOn && <span className="soft">{agency.foundedOn}成立</span>}
          {founding(agency)}
        </span>
        {below.length > 0 && <ul>{below.map(branch)}</ul>}
      </li>
    );
  };
  return (
    <section className="card agencies" aria-labelledby="agencies">
      <h2 id="agencies">机关 {there.length} 个</h2>
      <ul>{roots.map(branch)}</ul>
      {over.length > 0 && (
        <>
          <h3 className="part-head">已撤销 {over.length} 个</h3>
          <ul>
            {over.map(({ name, term, ended }) => (
              <li key={name} className="agency-line">
                {term}
                <span className="soft">
                  {ended!.on}撤销，由{ended!.successors.join('、')}承继
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

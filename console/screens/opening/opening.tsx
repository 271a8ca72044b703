/** 期初数与人工数: what was there before the product and what is counted elsewhere, by form or by sheet. */
import { useQuery } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { Link, useSearchParams } from 'wouter';
import type { OpeningView } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { useSession } from '../../api/session.ts';
import { Loaded } from '../../components/loaded.tsx';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import { ApplicationsPart } from './applications-part.tsx';
import type { PartProps } from './balance.tsx';
import { CountsPart } from './counts-part.tsx';
import { DocumentsPart } from './documents-part.tsx';
import { InteractionsPart } from './interactions-part.tsx';
import { PART_NAMES, PARTS, type PartName, partFrom } from './parts.ts';
import '../../components/step.css';
import './opening.css';

const SHOWN: Readonly<Record<PartName, ComponentType<PartProps>>> = {
  documents: DocumentsPart,
  applications: ApplicationsPart,
  counts: CountsPart,
  interactions: InteractionsPart,
};

export default function Opening() {
  const query = useQuery({ queryKey: ['opening'], queryFn: ({ signal }) => call('GET /api/opening', { signal }) });
  return (
    <>
      <header className="screen-head">
        <h1>期初数与人工数</h1>
      </header>
      <Loaded query={query} skeleton={<RowsSkeleton />}>
        {(view) => <OpenParts view={view} />}
      </Loaded>
    </>
  );
}

function OpenParts({ view }: { readonly view: OpeningView }) {
  const { today } = useSession();
  const [search] = useSearchParams();
  const part = partFrom(search.get('part'), view);
  const Part = SHOWN[part];
  return (
    <>
      <nav className="part-links" aria-label="登记什么">
        {PART_NAMES.map((name) => (
          <Link key={name} href={`/opening?part=${name}`} aria-current={name === part ? 'page' : undefined}>
            {PARTS[name].term}
          </Link>
        ))}
      </nav>
      <p className="soft part-note">{PARTS[part].note}</p>
      <Part view={view} today={today} />
    </>
  );
}

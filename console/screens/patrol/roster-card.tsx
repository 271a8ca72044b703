/** 值班表: who takes turns, how and since when. */
import type { PatrolMonthView } from '../../../src/desk/contract.ts';
import { Bits } from '../../components/bits.tsx';

export function RosterCard({ roster }: { readonly roster: NonNullable<PatrolMonthView['roster']> }) {
  return (
    <section className="card patrol-roster" aria-labelledby="roster">
      <h2 id="roster">值班表</h2>
      <Bits of={[`${roster.from} 起`, roster.turn, roster.days]} />
      <ol>
        {roster.officers.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ol>
    </section>
  );
}

/** Several small facts in a row, apart by air; what is not there is left out. */
import './bits.css';

export function Bits({ of }: { readonly of: readonly (string | null)[] }) {
  return (
    <span className="bits soft">
      {of.filter(Boolean).map((bit) => (
        <span key={bit}>{bit}</span>
      ))}
    </span>
  );
}

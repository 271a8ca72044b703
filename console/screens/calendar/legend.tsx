/** 图例. */
import { KINDS } from './month.tsx';

export function Legend() {
  return (
    <ul className="legend" aria-label="图例">
      {(['dayOff', 'makeUp', 'weekend', 'workday'] as const).map((kind) => (
        <li key={kind}>
          <span className={`day ${kind}`} aria-hidden="true">
            8{KINDS[kind].mark && <span>{KINDS[kind].mark}</span>}
          </span>
          {KINDS[kind].term}
        </li>
      ))}
    </ul>
  );
}

/** 红黄灯: a colour never alone, always with its own shape and a word. */
import type { Light as LightName } from '../../src/desk/contract.ts';
import { useSession } from '../api/session.ts';
import './light.css';

const SHAPES: Readonly<Record<LightName, string>> = {
  overdue: 'M2 2h12v12H2z',
  red: 'M8 1l7 7-7 7-7-7z',
  yellow: 'M8 2l7 12H1z',
  green: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2z',
  paused: 'M3 2h4v12H3zM9 2h4v12H9z',
  done: 'M2 8l2-2 3 3 6-6 2 2-8 8z',
};

export function Light({ light }: { readonly light: LightName }) {
  const { lights } = useSession();
  return (
    <span className={`light ${light}`}>
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        <path d={SHAPES[light]} />
      </svg>
      {lights[light]}
    </span>
  );
}

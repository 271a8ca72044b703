/** 红黄灯: a colour never alone, always with its own shape and a word. */
import type { Light as LightName } from '../../src/desk/contract.ts';
import './light.css';

export const LIGHTS: Readonly<Record<LightName, { readonly term: string; readonly shape: string }>> = {
  overdue: { term: '超期', shape: 'M2 2h12v12H2z' },
  red: { term: '紧急', shape: 'M8 1l7 7-7 7-7-7z' },
  yellow: { term: '临近', shape: 'M8 2l7 12H1z' },
  green: { term: '正常', shape: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2z' },
  paused: { term: '暂停', shape: 'M3 2h4v12H3zM9 2h4v12H9z' },
  done: { term: '办结', shape: 'M2 8l2-2 3 3 6-6 2 2-8 8z' },
};

export function Light({ light }: { readonly light: LightName }) {
  const { term, shape } = LIGHTS[light];
  return (
    <span className={`light ${light}`}>
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        <path d={shape} />
      </svg>
      {term}
    </span>
  );
}

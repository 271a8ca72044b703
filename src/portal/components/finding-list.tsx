/** 核对结果: each with its severity (word, shape, colour), where, what is wrong, why, and what to do. */
import type { Issue } from '../../statute/issue.ts';
import { SeverityBadge } from './severity-badge.tsx';

export function FindingList({
  issues,
  whereOf,
}: {
  readonly issues: readonly Issue[];
  /** The place in words a reader knows, instead of a pointer. */
  readonly whereOf?: (where: string) => string;
}): JSX.Element {
  return (
    <ul class="findings">
      {issues.map(({ severity, where, says, basis, advice }) => (
        <li>
          <SeverityBadge severity={severity} />
          <div>
            <p class="says" safe>
              {says}
            </p>
            <Place words={whereOf?.(where) ?? ''} />
            <p safe>{advice}</p>
            <p class="small soft" safe>{`依据：${basis}`}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}

function Place({ words }: { readonly words: string }): JSX.Element {
  return words === '' ? (
    ''
  ) : (
    <p class="small quoted" safe>
      {words}
    </p>
  );
}

/** 查阅记录: who looked at the applicant's identity, when and why; asked for when it is unfolded. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { momentOf } from '../../components/day.ts';
import { Loaded } from '../../components/loaded.tsx';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';

export function Looks({ id }: { readonly id: string }) {
  const [open, setOpen] = useState(false);
  const query = useQuery({
    queryKey: ['looks', id],
    queryFn: ({ signal }) => call('GET /api/requests/:id/looks', { path: { id }, signal }),
    enabled: open,
    // Whoever unfolds it again wants to see those that have come since.
    staleTime: 0,
  });
  return (
    <details className="looks" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>谁看过身份</summary>
      {open && (
        <Loaded query={query} skeleton={<RowsSkeleton />}>
          {(lines) =>
            lines.length === 0 ? (
              <p className="soft">还没有人看过。</p>
            ) : (
              <ul className="same">
                {lines.map((line) => (
                  <li key={line.seq}>
                    {line.officer}
                    <span className="soft">
                      <time dateTime={line.at}>{momentOf(line.at)}</time>，{line.reason ?? '留痕里没有事由'}
                    </span>
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
      )}
    </details>
  );
}

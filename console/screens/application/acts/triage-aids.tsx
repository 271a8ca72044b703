/** 研判的参考: what is published already, what the same person was told, what was decided about the like; looked up when it is opened. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { RequestLineView, TriageAidsView } from '../../../../src/desk/contract.ts';
import { call } from '../../../api/call.ts';
import { Bits } from '../../../components/bits.tsx';
import { ProblemNote } from '../../../components/problem-note.tsx';
import './triage-aids.css';

export function TriageAids({ id }: { readonly id: string }) {
  const [open, setOpen] = useState(false);
  const aids = useQuery({
    queryKey: ['aids', id],
    queryFn: ({ signal }) => call('GET /api/requests/:id/aids', { path: { id }, signal }),
    enabled: open,
  });
  return (
    <details className="aids" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>参考：已经公开的、以前答复过的</summary>
      <ProblemNote error={aids.error} />
      {open && aids.isPending && <p className="soft">正在查找……</p>}
      {aids.data && <Found {...aids.data} />}
    </details>
  );
}

function Found({ published, same, similar }: TriageAidsView) {
  return (
    <>
      <h3>已经公开的</h3>
      <p className="soft">与申请相符的，告知获取的方式、途径（《条例》第三十六条第（一）项）。</p>
      {published.length === 0 ? (
        <p>没有查到。公开平台以外的，还要自己查。</p>
      ) : (
        <ul>
          {published.map(({ title, docNo, publishedOn, address }) => (
            <li key={`${title} ${publishedOn}`}>
              {address ? (
                <a href={address} target="_blank" rel="noreferrer">
                  {title}
                </a>
              ) : (
                title
              )}
              <Bits of={[docNo, `${publishedOn}公开`]} />
            </li>
          ))}
        </ul>
      )}
      <h3>同一申请人的其他申请</h3>
      <p className="soft">已经答复又申请相同内容的，告知不予重复处理（《条例》第三十六条第（六）项）。</p>
      <Lines lines={same} none="没有。" />
      <h3>内容相似的申请怎样答复的</h3>
      <p className="soft">只供参考，每一件都要自己判断。</p>
      <Lines lines={similar} none="没有内容相似、已经办结的申请。" />
    </>
  );
}

function Lines({ lines, none }: { readonly lines: readonly RequestLineView[]; readonly none: string }) {
  if (lines.length === 0) return <p>{none}</p>;
  return (
    <ul>
      {lines.map(({ id, wanted, number, outcome, state, closedOn }) => (
        <li key={id}>
          <Link href={`/requests/${id}`}>{wanted}</Link>
          <Bits of={[number, outcome ?? state, closedOn && `${closedOn}办结`]} />
        </li>
      ))}
    </ul>
  );
}

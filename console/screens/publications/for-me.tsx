/** 等我办的、没有写完的: first on the list, each with its next step. */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { call } from '../../api/call.ts';
import { keptWritingsQuery } from '../../api/kept-writings.ts';
import { momentOf } from '../../components/day.ts';
import { WaitingLine } from '../../components/waiting-line.tsx';
import '../../components/waiting.css';

export function ForMe() {
  const inbox = useQuery({ queryKey: ['inbox'], queryFn: ({ signal }) => call('GET /api/inbox', { signal }) });
  const kept = useQuery(keptWritingsQuery);
  const mine = inbox.data?.mine.filter(({ path }) => path.startsWith('/publications/')) ?? [];
  const writings = kept.data?.writings ?? [];
  return (
    <>
      {mine.length > 0 && (
        <section className="waiting" aria-label="等我办">
          <h2>
            等我办<span className="soft"> {mine.length} 件</span>
          </h2>
          <ul>
            {mine.map((row) => (
              <WaitingLine
                key={row.key}
                standing={row}
                to={row.path}
                what={row.what}
                bits={[row.number, row.forWhom, row.state]}
              >
                <Go to={row.path} step={row.step} what={row.what} />
              </WaitingLine>
            ))}
          </ul>
        </section>
      )}
      {writings.length > 0 && (
        <section className="waiting" aria-label="没有保存完的">
          <h2>
            没有保存完的<span className="soft"> 只有你看得到</span>
          </h2>
          <ul>
            {writings.map(({ about, title, keptAt }) => {
              const to = about === 'new' ? '/publications/new' : `/publications/${about}/edit`;
              const what = title || '（还没有标题）';
              const bits = [about === 'new' ? '新起草' : '修改稿件'];
              return (
                <WaitingLine key={about} to={to} what={what} bits={bits}>
                  <p className="soft">{momentOf(keptAt)} 暂存</p>
                  <Go to={to} step="接着写" what={what} />
                </WaitingLine>
              );
            })}
          </ul>
        </section>
      )}
    </>
  );
}

function Go({ to, step, what }: { readonly to: string; readonly step: string; readonly what: string }) {
  return (
    <div className="inbox-step">
      <Link href={to} className="step-button" aria-label={`${step}：${what}`} tabIndex={-1}>
        {step}
      </Link>
    </div>
  );
}

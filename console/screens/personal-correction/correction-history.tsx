/** 办理经过 of a 更正申请, the latest first, with the letters each step has issued. */
import { Button } from 'antd';
import type { CorrectionFileView } from '../../../src/desk/contract.ts';
import { download } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { keepFile } from '../../components/keep-file.ts';
import { ProblemNote } from '../../components/problem-note.tsx';

interface CorrectionHistoryProps {
  readonly id: string;
  readonly lines: CorrectionFileView['history'];
}

const FORMATS = [
  { format: 'pdf', term: 'PDF' },
  { format: 'docx', term: 'Word' },
] as const;

export function CorrectionHistory({ id, lines }: CorrectionHistoryProps) {
  const letter = useSend(
    ({ n, kind, format }: { readonly n: number; readonly kind: string; readonly format: string }) =>
      download('POST /api/personal-corrections/:id/letters/:n/:kind/:format', {
        path: { id, n: String(n), kind, format },
      }),
    keepFile,
  );
  return (
    <section className="card correction-history" aria-labelledby="history">
      <h2 id="history">办理经过</h2>
      <ol>
        {[...lines].reverse().map(({ n, on, what, by, particulars, letters }) => (
          <li key={n}>
            <p>
              <time dateTime={on}>{on}</time> <strong>{what}</strong> <span className="soft">{by}</span>
            </p>
            {particulars.map(({ term, text }) => (
              <p key={term}>
                <span className="soft">{term}：</span>
                {text}
              </p>
            ))}
            {letters.map(({ kind, term, number }) => (
              <p key={kind}>
                {term}
                {number && <span className="soft">（{number}）</span>}{' '}
                {FORMATS.map((one) => (
                  <Button
                    key={one.format}
                    size="small"
                    className="screen-only"
                    aria-label={`下载${term}，${one.term}`}
                    onClick={() => letter.mutate({ n, kind, format: one.format })}
                  >
                    {one.term}
                  </Button>
                ))}
              </p>
            ))}
          </li>
        ))}
      </ol>
      <ProblemNote error={letter.error} />
    </section>
  );
}

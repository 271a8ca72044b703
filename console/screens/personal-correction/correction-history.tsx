/** 办理经过 of a 更正申请, the latest first, with the letters each step has issued. */
import { Button } from 'antd';
import type { CorrectionFileView } from '../../../src/desk/contract.ts';
import { download } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { History } from '../../components/history.tsx';
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
    <History
      steps={lines}
      under={({ n, particulars, letters }) => (
        <>
          {particulars.map(({ term, text }) => (
            <p key={term}>
              <span className="soft">{term}：</span>
              {text}
            </p>
          ))}
          {letters.map(({ kind, term, number }) => (
            <p key={kind} className="act-letter">
              <span>
                {term}
                {number && <span className="soft">（{number}）</span>}
              </span>
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
        </>
      )}
    >
      <ProblemNote error={letter.error} />
    </History>
  );
}

/** 文书: what an act has sent out, to be kept as PDF or Word. Drawing one up with the applicant's name is a look that leaves a trace. */
import { Button } from 'antd';
import type { HistoryLine } from '../../../src/desk/contract.ts';
import { download } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { keepFile } from '../../components/keep-file.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import './letters.css';

export interface LettersProps {
  readonly id: string;
  readonly line: HistoryLine;
}

const FORMATS = [
  { format: 'pdf', term: 'PDF' },
  { format: 'docx', term: 'Word' },
] as const;

export function Letters({ id, line }: LettersProps) {
  const letter = useSend(
    ({ kind, format }: { readonly kind: string; readonly format: string }) =>
      download('POST /api/requests/:id/letters/:n/:kind/:format', { path: { id, n: String(line.n), kind, format } }),
    keepFile,
  );
  if (line.letters.length === 0) return null;
  return (
    <div className="letters">
      <ul>
        {line.letters.map(({ kind, term, number }) => (
          <li key={kind}>
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
                loading={letter.isPending && letter.variables?.kind === kind && letter.variables.format === one.format}
                onClick={() => letter.mutate({ kind, format: one.format })}
              >
                {one.term}
              </Button>
            ))}
          </li>
        ))}
      </ul>
      <ProblemNote error={letter.error} />
    </div>
  );
}

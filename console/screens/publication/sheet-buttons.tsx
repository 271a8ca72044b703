/** 发布审核表: the course of the edition on one sheet, for the file. */
import { Button } from 'antd';
import { download } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { keepFile } from '../../components/keep-file.ts';
import { ProblemNote } from '../../components/problem-note.tsx';

const FORMATS = [
  ['docx', 'Word'],
  ['xlsx', 'Excel'],
] as const;

export function SheetButtons({ id }: { readonly id: string }) {
  const sheet = useSend(
    (format: string) => download('GET /api/publications/:id/review-sheet/:format', { path: { id, format } }),
    keepFile,
  );
  return (
    <div className="sheet-buttons">
      <p className="head-buttons">
        {FORMATS.map(([format, term]) => (
          <Button key={format} size="small" disabled={sheet.isPending} onClick={() => sheet.mutate(format)}>
            下载审核表（{term}）
          </Button>
        ))}
      </p>
      <ProblemNote error={sheet.error} />
    </div>
  );
}

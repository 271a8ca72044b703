/** 导出统计: the tables of the year as a sheet; the name of whoever takes it stays in the ledger. */
import { Button } from 'antd';
import { download } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { keepFile } from '../../components/keep-file.ts';
import { ProblemNote } from '../../components/problem-note.tsx';

export function ExportButton({ year }: { readonly year: number }) {
  const sheet = useSend((_: undefined) => download('POST /api/statistics/export', { query: { year } }), keepFile);
  return (
    <div className="screen-only export">
      <Button size="small" loading={sheet.isPending} onClick={() => sheet.mutate(undefined)}>
        导出统计表
      </Button>
      <ProblemNote error={sheet.error} />
    </div>
  );
}

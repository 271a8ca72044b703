/** 导出表格: the list as it is narrowed, on all its pages; the name of whoever takes it stays in the ledger. */
import { Button } from 'antd';
import type { RequestQuery } from '../../../src/desk/contract.ts';
import { download } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { keepFile } from '../../components/keep-file.ts';
import { ProblemNote } from '../../components/problem-note.tsx';

export function ExportButton({ asked }: { readonly asked: RequestQuery }) {
  const { page: _, ...query } = asked;
  const sheet = useSend((_: undefined) => download('POST /api/requests/export', { query }), keepFile);
  return (
    <div className="screen-only export">
      <Button size="small" loading={sheet.isPending} onClick={() => sheet.mutate(undefined)}>
        导出这些申请
      </Button>
      <ProblemNote error={sheet.error} />
    </div>
  );
}

/** 下载模板. */
import { Button } from 'antd';
import { download, type FileRoute } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { keepFile } from '../../components/keep-file.ts';
import { ProblemNote } from '../../components/problem-note.tsx';

export function TemplateButton({ route }: { readonly route: FileRoute }) {
  const template = useSend((_: undefined) => download(route), keepFile);
  return (
    <div className="template">
      <ProblemNote error={template.error} />
      <Button onClick={() => template.mutate(undefined)} loading={template.isPending}>
        下载模板
      </Button>
    </div>
  );
}

/** 打包案卷: letters, history, ladder, ledger and attachments as one archive; it names the applicant, so taking it leaves a trace. */
import { Button } from 'antd';
import { download } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { keepFile } from '../../components/keep-file.ts';
import { ProblemNote } from '../../components/problem-note.tsx';

export function VolumeButton({ id }: { readonly id: string }) {
  const volume = useSend((_: undefined) => download('POST /api/requests/:id/volume', { path: { id } }), keepFile);
  return (
    <div className="screen-only volume">
      <Button size="small" loading={volume.isPending} onClick={() => volume.mutate(undefined)}>
        打包下载案卷
      </Button>
      <ProblemNote error={volume.error} />
    </div>
  );
}

/** 制作证据材料: list and evidence of a case as one archive; it names the applicant, so taking it leaves a trace. */
import { Button } from 'antd';
import type { RemedyView } from '../../../src/desk/contract.ts';
import { download } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { keepFile } from '../keep-file.ts';
import { ProblemNote } from '../problem-note.tsx';

export function EvidenceButton({ remedy: { id, evidence } }: { readonly remedy: RemedyView }) {
  const bundle = useSend((_: undefined) => download('POST /api/remedies/:id/evidence', { path: { id } }), keepFile);
  return (
    <div className="evidence">
      <Button
        size="small"
        disabled={!evidence.allowed}
        loading={bundle.isPending}
        onClick={() => bundle.mutate(undefined)}
      >
        打包下载证据材料
      </Button>
      <span className="basis">
        {evidence.why ?? '证据目录（PDF、Word）和材料；第三方以编号代替，写有第三方的单独成册。谁下载的会留痕。'}
      </span>
      <ProblemNote error={bundle.error} />
    </div>
  );
}

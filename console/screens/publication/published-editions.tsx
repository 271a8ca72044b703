/** 公开过的版本: from when to when the public read each, and the proof of it for a court or a reviewing body. */
import { Button } from 'antd';
import type { PublicationView } from '../../../src/desk/contract.ts';
import { download } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { momentOf } from '../../components/day.ts';
import { keepFile } from '../../components/keep-file.ts';
import { ProblemNote } from '../../components/problem-note.tsx';

export function PublishedEditions({ id, published }: Pick<PublicationView, 'id' | 'published'>) {
  const proof = useSend(
    (edition: string) => download('POST /api/publications/:id/proof', { path: { id }, sends: { edition } }),
    keepFile,
  );
  const { editions, proof: mayNot } = published;
  if (editions.length === 0) return null;
  return (
    <section className="card published-editions screen-only" aria-labelledby="published-editions">
      <h2 id="published-editions">公开过的版本</h2>
      <ol>
        {editions.map(({ n, hash, from, until, end }) => (
          <li key={hash}>
            <p>
              <strong>第 {n} 版</strong>
              {until === null ? '公开中' : end}
            </p>
            <p className="soft">
              {momentOf(from)} 起{until !== null && `，${momentOf(until)} 止`}
            </p>
            <Button
              size="small"
              disabled={mayNot !== null || proof.isPending}
              loading={proof.isPending && proof.variables === hash}
              onClick={() => proof.mutate(hash)}
              aria-label={`下载证明材料（第 ${n} 版）`}
            >
              下载证明材料
            </Button>
          </li>
        ))}
      </ol>
      <p className="soft">
        {mayNot ?? '交给法院、复议机关的压缩包：证明、网页、PDF、附件、经过和留痕，附核对的方法。每次下载都留痕。'}
      </p>
      <ProblemNote error={proof.error} />
    </section>
  );
}

/** 交来的文件: what people handed in with a survey, question by question; taking one out is recorded. */
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { ConsultationView } from '../../../src/desk/contract.ts';
import { call, download } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { Bits } from '../../components/bits.tsx';
import { Empty } from '../../components/empty.tsx';
import { keepFile } from '../../components/keep-file.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Pages } from '../../components/pages.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import { sizeInWords } from '../../components/size-in-words.ts';

export function AnswerFiles({ file: { line, seen } }: { readonly file: ConsultationView }) {
  const { id } = line;
  const [page, setPage] = useState(1);
  const query = useQuery({
    queryKey: ['consultation-files', id, page, seen],
    queryFn: ({ signal }) => call('GET /api/consultations/:id/files', { path: { id }, query: { page }, signal }),
  });
  const take = useSend(
    (fileId: string) => download('POST /api/consultations/:id/files/:fileId', { path: { id, fileId } }),
    keepFile,
  );
  return (
    <section className="card" aria-labelledby="answer-files">
      <h2 id="answer-files">交来的文件</h2>
      <Loaded query={query} skeleton={<RowsSkeleton />}>
        {({ lines, total, pageSize }) =>
          total === 0 ? (
            <Empty says="还没有人交来文件。" begin="公众填写问卷时上传。" />
          ) : (
            <>
              <p className="soft">文件由填写人上传，没有核对过内容。取出文件会留痕；期满和填写人的信息一起删除。</p>
              <ul className="opinions">
                {lines.map((one) => (
                  <li key={one.id}>
                    <Button
                      size="small"
                      aria-label={`取出：${one.name}`}
                      loading={take.isPending && take.variables === one.id}
                      onClick={() => take.mutate(one.id)}
                    >
                      取出
                    </Button>
                    <div>
                      <p>{one.name}</p>
                      <p className="soft">
                        <Bits
                          of={[one.question, `${one.kind}，${sizeInWords(one.bytes)}`, one.number, one.receivedOn]}
                        />
                      </p>
                    </div>
                  </li>
                ))}
              </ul>
              <Pages page={page} pageSize={pageSize} total={total} onTurn={setPage} />
            </>
          )
        }
      </Loaded>
      <ProblemNote error={take.error} />
    </section>
  );
}

/** 到期清除: files whose identities are past their day. A person reads the list, ticks, and confirms; then they are erased for good. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ErasureSent, ErasureView } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { DoneNote } from '../../components/done-note.tsx';
import { Empty } from '../../components/empty.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { RowsSkeleton } from '../../components/rows-skeleton.tsx';
import { ConfirmedRows } from './confirmed-rows.tsx';
import { DueList } from './due-list.tsx';
import '../../components/table.css';
import './erasure.css';

export default function Erasure() {
  const query = useQuery({ queryKey: ['erasure'], queryFn: ({ signal }) => call('GET /api/erasure', { signal }) });
  return (
    <>
      <header className="screen-head">
        <h1>到期清除</h1>
        <p className="soft">归档、办结满了保留期限的申请、更正申请和来信，经人确认后清除当事人的身份信息。</p>
      </header>
      <Loaded query={query} skeleton={<RowsSkeleton />}>
        {(view) => <OpenErasure view={view} />}
      </Loaded>
    </>
  );
}

function OpenErasure({ view }: { readonly view: ErasureView }) {
  const client = useQueryClient();
  const [done, setDone] = useState('');
  const confirm = useSend(
    (sends: ErasureSent) => call('POST /api/erasure', { sends }),
    (after, { fileIds }) => {
      client.setQueryData(['erasure'], after);
      setDone(`已经确认 ${fileIds.length} 件，一两分钟内清除完，下面可以看到结果。`);
    },
  );
  return (
    <>
      <section className="card erasure-rule">
        <h2>现在的期限：{view.kept}</h2>
        <p>
          有复议、诉讼的，从最后一件审结之日起算；还在审理、正在重新答复的不列入。没有归档的申请、没有办结的来信不列入。期限在“口径设置”里修改，没有明文规定，待核。
        </p>
        <p className="basis">依据：《个人信息保护法》第十九条、第四十七条</p>
        <p>
          <strong>清除的</strong>：姓名、证件、联系方式，申请人交来的材料，送达凭证，查询码。
          <strong>保留的</strong>：申请内容、办理经过、留痕，以及文书，文书里的姓名、地址改为“已删除”。
        </p>
      </section>
      <DoneNote says={done} />
      {view.agencies.length === 0 && (
        <Empty says="没有到期的案卷。" begin="归档满了期限的，会按机关列在这里，不确认就不会清除。" />
      )}
      {view.agencies.map(({ agency, kind, due }) => (
        <DueList key={`${agency.name} ${kind.name}`} agency={agency} kind={kind} due={due} confirm={confirm} />
      ))}
      {view.more && <p className="soft">还有更多到期的，清除这些以后接着列出。</p>}
      {view.confirmed.length > 0 && <ConfirmedRows confirmed={view.confirmed} />}
    </>
  );
}

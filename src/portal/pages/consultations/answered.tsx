/** 回执和查询: the number and code of an opinion, and what the agency answered. */
import { ADOPTIONS } from '../../../interaction/consultations/adoption.ts';
import type { PublicConsultation } from '../../../interaction/consultations/consultation.ts';
import type { TrackedOpinion } from '../../../interaction/store/opinion-stairs.ts';
import { inProse } from '../../../statute/civil-date.ts';
import type { AskedByCode } from '../../by-code.ts';
import { FactsTable } from '../../components/facts-table.tsx';
import { QueryCodes } from '../../components/intake-fields.tsx';
import { Page } from '../../components/page.tsx';
import { QueryPage } from '../../components/query-page.tsx';
import type { Frame } from '../../frame.ts';

const CRUMBS = [{ name: '征集调查', path: '/consultations' }];

export function OpinionReceiptPage({
  frame,
  consultation: { id, text },
  queryNumber,
  code,
}: {
  readonly frame: Frame;
  readonly consultation: PublicConsultation;
  readonly queryNumber: string;
  readonly code: string;
}): string {
  const title = text.form === 'survey' ? '问卷已经收到' : '意见已经收到';
  return (
    <Page frame={frame} title={title} crumbs={[...CRUMBS, { name: '回执' }]}>
      <div class="page-head">
        <h1>{title}</h1>
        <p class="lead" safe>
          {text.title}
        </p>
      </div>
      {text.form === 'survey' ? (
        <section class="notice good">
          <p safe>{`谢谢。编号 ${queryNumber}。统计结果在征集结束后公布。`}</p>
        </section>
      ) : (
        <section class="notice good">
          <h2>请记下或者打印这一页</h2>
          <p>凭查询号和查询码查看这条意见的答复。</p>
          <QueryCodes queryNumber={queryNumber} code={code} />
        </section>
      )}
      <p class="actions">
        <a class="button quiet" href={`/consultations/${id}`}>
          回到征集页
        </a>
      </p>
    </Page>
  ) as string;
}

export function TrackOpinionPage(asked: AskedByCode): string {
  return QueryPage({
    ...asked,
    ...{ title: '查询意见的答复', crumbs: [...CRUMBS, { name: '查询意见的答复' }], receipt: '意见回执' },
    ...{ action: '/consultations/track', verb: '查询答复' },
  });
}

export function TrackedOpinionPage({
  frame,
  opinion,
}: {
  readonly frame: Frame;
  readonly opinion: TrackedOpinion;
}): string {
  const { adoption, reply, repliedOn } = opinion;
  return (
    <Page frame={frame} title="查询意见的答复" crumbs={[...CRUMBS, { name: '查询意见的答复' }]}>
      <div class="page-head">
        <h1>{adoption ? `意见的处理：${ADOPTIONS[adoption].term}` : '意见正在研究'}</h1>
        <p class="lead">
          <a href={`/consultations/${opinion.consultationId}`} safe>
            {opinion.title}
          </a>
        </p>
      </div>
      <FactsTable
        facts={[
          { label: '查询号', value: opinion.queryNumber },
          { label: '收到之日', value: inProse(opinion.receivedOn) },
          { label: '意见', value: opinion.body, wide: true },
        ]}
      />
      {adoption ? (
        <section class="notice good">
          <h2 safe>{`${inProse(repliedOn!)}答复`}</h2>
          {(reply ?? '').split('\n').map((line) => (
            <p safe>{line}</p>
          ))}
        </section>
      ) : (
        <p>征集结束后逐条答复，采纳情况在征集页公布。</p>
      )}
    </Page>
  ) as string;
}

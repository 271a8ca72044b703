/** 找错的回执和答复: what the one who reported it sees, with number and code. */
import { inProse } from '../../../statute/civil-date.ts';
import {
  MISTAKE_STATES,
  MISTAKE_VERDICTS,
  type MistakeReport,
  mistakeDue,
} from '../../../supervision/mistakes/mistake.ts';
import type { AskedByCode } from '../../by-code.ts';
import { FactsTable } from '../../components/facts-table.tsx';
import { QueryCodes } from '../../components/intake-fields.tsx';
import { Page } from '../../components/page.tsx';
import { QueryPage } from '../../components/query-page.tsx';
import type { Frame } from '../../frame.ts';

const crumbs = (name: string) => [{ name: '为本网站找错', path: '/mistakes/report' }, { name }];

export function MistakeReceiptPage({
  frame,
  queryNumber,
  code,
}: {
  readonly frame: Frame;
  readonly queryNumber: string;
  readonly code: string;
}): string {
  return (
    <Page frame={frame} title="找错留言已经收到" crumbs={crumbs('回执')}>
      <div class="page-head">
        <h1>谢谢，留言已经收到</h1>
      </div>
      <section class="notice good">
        <h2>想知道结果的，请记下这两个号</h2>
        <QueryCodes queryNumber={queryNumber} code={code} />
      </section>
      <p class="actions">
        <a class="button" href="/mistakes/track">
          查询答复
        </a>
      </p>
    </Page>
  ) as string;
}

export function TrackMistakePage(asked: AskedByCode): string {
  return QueryPage({
    ...asked,
    ...{ title: '查询找错的答复', crumbs: crumbs('查询答复'), receipt: '回执' },
    ...{ action: '/mistakes/track', verb: '查询答复' },
  });
}

export function TrackedMistakePage({
  frame,
  report,
}: {
  readonly frame: Frame;
  readonly report: MistakeReport;
}): string {
  const { page, wrong, says, state, receivedOn, verdict, answer, answeredOn } = report;
  return (
    <Page frame={frame} title="找错的答复" crumbs={crumbs('找错的答复')}>
      <div class="page-head">
        <h1>找错的答复</h1>
      </div>
      <FactsTable
        facts={[
          { label: '状态', value: MISTAKE_STATES[state].term },
          { label: '收到', value: inProse(receivedOn) },
          { label: '答复期限', value: answeredOn === null ? inProse(mistakeDue(report)) : null },
          { label: '哪一页', value: page || null, wide: true },
          { label: '错误的文字', value: wrong || null, wide: true },
          { label: '哪里错了', value: says, wide: true },
        ]}
      />
      {answeredOn !== null && verdict !== null ? (
        <section class="notice good">
          <h2 safe>{`${inProse(answeredOn)}答复：${MISTAKE_VERDICTS[verdict].term}`}</h2>
          {answer.split('\n').map((line) => (
            <p safe>{line}</p>
          ))}
        </section>
      ) : null}
    </Page>
  ) as string;
}

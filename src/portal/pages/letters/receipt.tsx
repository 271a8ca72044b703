/** 来信回执: query number and code. */
import { QueryCodes } from '../../components/intake-fields.tsx';
import { Page } from '../../components/page.tsx';
import type { Frame } from '../../frame.ts';

export function LetterReceiptPage({
  frame,
  queryNumber,
  code,
}: {
  readonly frame: Frame;
  readonly queryNumber: string;
  readonly code: string;
}): string {
  return (
    <Page frame={frame} title="来信已经收到" crumbs={[{ name: '互动回应', path: '/letters' }, { name: '来信回执' }]}>
      <div class="page-head">
        <h1>来信已经收到</h1>
      </div>
      <section class="notice good">
        <h2>请记下或者打印这一页</h2>
        <p>凭查询号和查询码查看办理情况和答复。</p>
        <QueryCodes queryNumber={queryNumber} code={code} />
      </section>
      <p>简单常见问题五个工作日内答复，其他的在承诺的期限内答复；不属于受理范围的，会告诉您向哪里提出。</p>
      <p class="actions">
        <a class="button" href="/letters/track">
          查询来信
        </a>
      </p>
    </Page>
  ) as string;
}

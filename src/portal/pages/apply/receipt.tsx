/** 登记回执: query number and code, shown this once, and what happens next and when. */

import type { NamedAttachment } from '../../../requests/store/request-files.ts';
import type { TrackedLetter } from '../../../requests/track.ts';
import { art } from '../../../statute/articles.ts';
import { type CivilDate, inProseWithWeekday } from '../../../statute/civil-date.ts';
import { AccessFields } from '../../components/access-fields.tsx';
import { ApplySteps } from '../../components/apply-steps.tsx';
import { FileLine } from '../../components/held-files.tsx';
import { Page } from '../../components/page.tsx';
import type { Frame } from '../../frame.ts';
import { inAttribute } from '../../in-attribute.ts';
import type { Access } from '../../track-access.ts';

export function ApplyReceiptPage({
  frame,
  number,
  queryNumber,
  code,
  due,
  letter,
  files,
  access,
}: {
  readonly frame: Frame;
  readonly number: string;
  readonly queryNumber: string;
  readonly code: string;
  readonly due: CivilDate | null;
  /** The receipt as it was issued. */
  readonly letter: TrackedLetter | undefined;
  /** Taken together with it. */
  readonly files: readonly NamedAttachment[];
  readonly access: Access;
}): string {
  return (
    <Page frame={frame} title="申请已经登记" crumbs={[{ name: '依申请公开', path: '/apply' }, { name: '登记回执' }]}>
      <div class="page-head">
        <h1>申请已经登记</h1>
        <p class="lead" safe>{`登记号：${number}`}</p>
      </div>
      <ApplySteps at={3} />
      <section class="notice good">
        <h2>请记下或者打印这一页</h2>
        <p>查询码只显示这一次，丢失后可以持身份证明到窗口重新取得。</p>
        <dl class="facts">
          <dt>查询号</dt>
          <dd class="code-big" safe>
            {queryNumber}
          </dd>
          <dt>查询码</dt>
          <dd class="code-big" safe>
            {code}
          </dd>
        </dl>
        {letter ? (
          <form method="post" action="/track/letter">
            <AccessFields access={access} />
            <input type="hidden" name="letter" value={inAttribute(`${letter.n}.${letter.kind}`)} />
            <button type="submit" class="quiet">
              下载登记回执（PDF）
            </button>
          </form>
        ) : null}
      </section>
      {files.length > 0 ? (
        <section>
          <h2 safe>{`随申请收下 ${files.length} 个文件`}</h2>
          <ul class="takeaways">
            {files.map((file) => (
              <li>
                <FileLine file={file} purpose={file.purpose} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <h2>接下来</h2>
      <ol>
        <li safe>{`今天是收到申请之日（${art(31, { item: 3 })}）。`}</li>
        <li>内容不明确的，七个工作日内会一次性告知您补正。</li>
        {due ? (
          <li>
            <strong safe>{`最迟 ${inProseWithWeekday(due)}答复。`}</strong>
            需要征求第三方意见或者延长期限的，会告知您。
          </li>
        ) : null}
        <li>对答复不服或者逾期没有答复的，可以依法申请行政复议或者提起行政诉讼。</li>
      </ol>
      <p class="actions">
        <a class="button" href="/track">
          查询申请进度
        </a>
        <a class="button quiet" href="/">
          返回首页
        </a>
      </p>
    </Page>
  ) as string;
}

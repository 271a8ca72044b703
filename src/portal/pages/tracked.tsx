/** 一件申请的进度: what the applicant may know of his own file. */

import { STATES } from '../../requests/states.ts';
import type { TrackedReply, TrackedRequest } from '../../requests/track.ts';
import { inProse, inProseWithWeekday } from '../../statute/civil-date.ts';
import type { Knot } from '../../statute/reply-clock/knots.ts';
import { DatedText } from '../components/dated-text.tsx';
import { FactsTable } from '../components/facts-table.tsx';
import { Page } from '../components/page.tsx';
import { ReckoningView } from '../components/reckoning-view.tsx';
import type { Frame } from '../frame.ts';

export function TrackedPage({ frame, tracked }: { readonly frame: Frame; readonly tracked: TrackedRequest }): string {
  const { correction, fee, reply, clock } = tracked;
  return (
    <Page
      frame={frame}
      title="申请进度"
      crumbs={[{ name: '查询申请进度', path: '/track' }, { name: tracked.queryNumber }]}
    >
      <div class="page-head">
        <h1>{STATES[tracked.state].term}</h1>
        <p class="lead" safe>
          {tracked.plain}
        </p>
      </div>
      {correction ? (
        <section class="notice warn">
          <h2>请补正</h2>
          <p safe>{correction.what}</p>
          <p safe>{lastDay('补正', correction.dueOn)}</p>
        </section>
      ) : null}
      {fee ? (
        <section class="notice warn">
          <h2 safe>{`请缴纳信息处理费 ${fee.yuan} 元`}</h2>
          <p safe>{lastDay('缴费', fee.dueOn)}</p>
        </section>
      ) : null}
      {reply ? <Reply reply={reply} /> : null}
      <FactsTable
        facts={[
          { label: '登记号', value: tracked.number },
          { label: '查询号', value: tracked.queryNumber },
          { label: '所需信息', value: tracked.wanted },
          { label: '收到申请之日', value: tracked.receivedOn && inProse(tracked.receivedOn) },
        ]}
      />
      <h2>期限</h2>
      <ReckoningView reckoning={{ ...clock, ...(reply ? { light: 'done' as const } : {}) }} knots={knotsOf(tracked)} />
    </Page>
  ) as string;
}

function knotsOf({ milestones, clock, reply }: TrackedRequest): Knot[] {
  const knots: Knot[] = milestones.map(({ on, term }) => ({ on, says: term, basis: '' }));
  if (clock.due && !reply) knots.push({ on: clock.due, says: '应当答复的最后一日', basis: '', kind: 'due' });
  return knots.sort((a, b) => a.on.localeCompare(b.on));
}

function lastDay(act: string, dueOn: TrackedRequest['receivedOn']): string {
  return dueOn
    ? `最迟 ${inProseWithWeekday(dueOn)}${act}，逾期视为放弃申请。`
    : `收到告知后请尽快${act}，期限以告知书为准。`;
}

function Reply({ reply }: { readonly reply: TrackedReply }): JSX.Element {
  return (
    <section class="notice good">
      <h2 safe>{`答复：${reply.outcome}`}</h2>
      <p class="small soft">
        <DatedText text={`${reply.replyNumber}，${reply.repliedOn} ${reply.method}`} />
      </p>
      {reply.text.split('\n').map((paragraph) => (
        <p safe>{paragraph}</p>
      ))}
      <p>
        <strong>不服怎么办：</strong>
        <span safe>{reply.remedy}</span>
      </p>
    </section>
  );
}

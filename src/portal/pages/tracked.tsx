/** 一件申请的进度: what the applicant may know of his own file, what he may do now, and what he may take with him. */
import { SATISFACTION } from '../../requests/decide/rate.ts';
import type { FilePurposeName } from '../../requests/request-files.ts';
import { STATES } from '../../requests/states.ts';
import type { TrackedLetter, TrackedReply, TrackedRequest } from '../../requests/track.ts';
import { inProse } from '../../statute/civil-date.ts';
import type { Knot } from '../../statute/reply-clock/knots.ts';
import { AccessFields } from '../components/access-fields.tsx';
import { Choices } from '../components/choices.tsx';
import { DatedText } from '../components/dated-text.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { FactsTable } from '../components/facts-table.tsx';
import { TextArea } from '../components/field.tsx';
import { Ladder } from '../components/ladder.tsx';
import { Page } from '../components/page.tsx';
import { ReckoningView } from '../components/reckoning-view.tsx';
import { fileSize } from '../file-size.ts';
import type { Frame } from '../frame.ts';
import { inAttribute } from '../in-attribute.ts';
import type { Access } from '../track-access.ts';
import { Confirm } from './tracked-confirm.tsx';
import { Corrected, type Correcting, Correction } from './tracked-correction.tsx';
import { Delivery } from './tracked-delivery.tsx';
import { Dispute, Fee } from './tracked-fee.tsx';
import { Offer, Proactive } from './tracked-proactive.tsx';
import { Withdraw } from './tracked-withdraw.tsx';

export interface Notice {
  readonly good: boolean;
  readonly says: string;
}

export interface TrackedAttachment {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly purpose: FilePurposeName;
}

interface TrackedProps {
  readonly frame: Frame;
  readonly tracked: TrackedRequest;
  readonly attachments: readonly TrackedAttachment[];
  readonly access: Access;
  readonly notice?: Notice | undefined;
  readonly correcting?: Correcting | undefined;
}

export function TrackedPage({ frame, tracked, attachments, access, notice, correcting }: TrackedProps): string {
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
      {notice ? (
        <p class={['notice', notice.good ? 'good' : 'bad']} role={notice.good ? 'status' : 'alert'} safe>
          {notice.says}
        </p>
      ) : null}
      <ErrorSummary errors={correcting?.errors ?? []} />
      {correction ? (
        <Correction
          correction={correction}
          correcting={correcting ?? { what: tracked.wanted, held: [], errors: [] }}
          access={access}
        />
      ) : null}
      {tracked.corrected ? (
        <Corrected corrected={tracked.corrected} due={reply ? undefined : clock.due} attachments={attachments} />
      ) : null}
      {fee ? <Fee fee={fee} access={access} /> : null}
      <Dispute dispute={tracked.dispute} access={access} />
      {tracked.redo ? (
        <section class="notice warn">
          <h2>正在重新答复</h2>
          <p
            safe
          >{`最迟${inProse(tracked.redo.due)}送出新的答复${tracked.redo.provisional ? '（暂估）' : ''}。${tracked.redo.says}。`}</p>
          <p>下面是原来的答复；新的答复送出以后，以新的为准。</p>
        </section>
      ) : null}
      {reply ? <Reply reply={reply} access={access} /> : null}
      <Letters letters={tracked.letters} access={access} />
      <Attachments attachments={attachments} access={access} />
      <h2>申请</h2>
      <FactsTable
        facts={[
          { label: '登记号', value: tracked.number },
          { label: '查询号', value: tracked.queryNumber },
          { label: '所需信息', value: tracked.wanted },
          { label: '收到申请之日', value: tracked.receivedOn && inProse(tracked.receivedOn) },
        ]}
      />
      {tracked.withdrawnOn ? (
        <>
          <h2>办理经过</h2>
          <Ladder knots={knotsOf(tracked)} />
        </>
      ) : (
        <>
          <h2>期限</h2>
          <ReckoningView
            reckoning={{ ...clock, ...(reply ? { light: 'done' as const } : {}) }}
            knots={knotsOf(tracked)}
          />
        </>
      )}
      {tracked.disclosableSince ? <Offer since={tracked.disclosableSince} /> : null}
      {tracked.proactive ? <Proactive standing={tracked.proactive} access={access} /> : null}
      {tracked.redo ? null : STATES[tracked.state].clock === 'over' ? (
        tracked.rated || tracked.withdrawnOn ? null : (
          <Rate access={access} />
        )
      ) : (
        <Withdraw access={access} />
      )}
    </Page>
  ) as string;
}

function Letters({
  letters,
  access,
}: {
  readonly letters: readonly TrackedLetter[];
  readonly access: Access;
}): JSX.Element {
  if (letters.length === 0) return '';
  return (
    <section>
      <h2>文书</h2>
      <ul class="takeaways">
        {letters.map(({ n, kind, term, number, on }) => (
          <li>
            <span>
              <span safe>{term}</span>{' '}
              <span class="small soft">
                <DatedText text={`${number === null ? '' : `${number}，`}${on}`} />
              </span>
            </span>
            <form method="post" action="/track/letter">
              <AccessFields access={access} />
              <input type="hidden" name="letter" value={inAttribute(`${n}.${kind}`)} />
              <button type="submit" class="slight quiet">
                下载 PDF
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Attachments({
  attachments,
  access,
}: {
  readonly attachments: readonly TrackedAttachment[];
  readonly access: Access;
}): JSX.Element {
  if (attachments.length === 0) return '';
  return (
    <section>
      <h2>附件</h2>
      <ul class="takeaways">
        {attachments.map(({ id, name, bytes, purpose }) => (
          <li>
            <span>
              <span safe>{name}</span>
              <span
                class="small soft"
                safe
              >{` ${purpose === 'released' ? '向您提供的' : '您提交的'}，${fileSize(bytes)}`}</span>
            </span>
            <form method="post" action="/track/file">
              <AccessFields access={access} />
              <input type="hidden" name="attachment" value={inAttribute(id)} />
              <button type="submit" class="slight quiet" aria-label={inAttribute(`下载：${name}`)}>
                下载
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Rate({ access }: { readonly access: Access }): JSX.Element {
  return (
    <section>
      <h2>您对办理情况满意吗</h2>
      <form method="post" action="/track/act">
        <AccessFields access={access} />
        <input type="hidden" name="do" value="rate" />
        <Choices
          name="score"
          legend="满意的程度"
          value=""
          choices={SATISFACTION.map((label, i) => ({ value: String(i + 1), label })).reverse()}
          inRow
        />
        <TextArea id="words" label="想说的话" hint="可以不写。" value="" max={500} />
        <button type="submit">提交评价</button>
      </form>
    </section>
  );
}

function knotsOf({ milestones, clock, reply, withdrawnOn }: TrackedRequest): Knot[] {
  const knots: Knot[] = milestones.map(({ on, term }) => ({ on, says: term, basis: '' }));
  if (clock.due && !reply && !withdrawnOn)
    knots.push({ on: clock.due, says: '应当答复的最后一日', basis: '', kind: 'due' });
  return knots.sort((a, b) => a.on.localeCompare(b.on));
}

function Reply({ reply, access }: { readonly reply: TrackedReply; readonly access: Access }): JSX.Element {
  return (
    <section class="notice good">
      <h2 safe>{reply.parts.length > 0 ? '答复：分项作出' : `答复：${reply.outcome}`}</h2>
      <p class="small soft">
        <DatedText text={`${reply.replyNumber}，${reply.repliedOn} ${reply.method}`} />
      </p>
      <Delivery reply={reply} />
      {reply.parts.length > 0 ? (
        <ol class="reply-parts">
          {reply.parts.map(({ what, outcome }) => (
            <li>
              <span safe>{what}</span>：<strong safe>{outcome}</strong>
            </li>
          ))}
        </ol>
      ) : null}
      {reply.text.split('\n').map((paragraph) => (
        <p safe>{paragraph}</p>
      ))}
      <p>
        <strong>不服怎么办：</strong>
        <span safe>{reply.remedy}</span>
      </p>
      {reply.receivedOn === null && !reply.cameBack ? (
        <Confirm paper={reply.paper} what="答复书" access={access} />
      ) : null}
    </section>
  );
}

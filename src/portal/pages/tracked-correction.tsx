/** 补正: what is asked for and until when, the form with the description as it was and files; and what was received of it. */
import type { TrackedRequest } from '../../requests/track.ts';
import { inProse, inProseWithWeekday } from '../../statute/civil-date.ts';
import { LONGEST } from '../application-form.ts';
import { AccessFields } from '../components/access-fields.tsx';
import { errorOf, type FieldError } from '../components/error-summary.tsx';
import { FactsTable } from '../components/facts-table.tsx';
import { TextArea } from '../components/field.tsx';
import { HeldFiles } from '../components/held-files.tsx';
import { carriedOf, HELD_FIELD, type HeldFile } from '../held-files.ts';
import { inAttribute } from '../in-attribute.ts';
import type { Access } from '../track-access.ts';
import type { TrackedAttachment } from './tracked.tsx';
import { Confirm, lastDay } from './tracked-confirm.tsx';

/** 填到一半的补正: shown once more with what is wrong. */
export interface Correcting {
  readonly what: string;
  readonly held: readonly HeldFile[];
  readonly errors: readonly FieldError[];
}

/** Name of its file field. */
export const CORRECTION_FILES = 'correction';

export function Correction({
  correction,
  correcting,
  access,
}: {
  readonly correction: NonNullable<TrackedRequest['correction']>;
  readonly correcting: Correcting;
  readonly access: Access;
}): JSX.Element {
  const { what, held, errors } = correcting;
  return (
    <section class="notice warn">
      <h2>请补正</h2>
      <p safe>{correction.what}</p>
      {correction.overdue ? (
        <p safe>
          {`补正期限到${inProse(correction.dueOn!)}为止，网上不再接收。有正当理由没有按期补正的，请带上证明联系受理机关；也可以重新申请。`}
        </p>
      ) : (
        <>
          <p safe>{lastDay('补正', correction.dueOn)}</p>
          {correction.dueOn === null ? <Confirm paper={correction.paper} what="补正告知书" access={access} /> : null}
          <form method="post" action="/track/correction" enctype="multipart/form-data">
            <AccessFields access={access} />
            <input type="hidden" name={HELD_FIELD} value={inAttribute(carriedOf(held))} />
            <TextArea
              id="what"
              label="补正后的申请内容"
              hint="下面是原来写的，请按补正告知改完整。"
              value={what}
              error={errorOf(errors, 'what')}
              max={LONGEST.wanted}
            />
            <HeldFiles
              held={held}
              wanted={[
                { id: CORRECTION_FILES, label: '补正材料（可以不交）', hint: '补正告知要求的身份证明、说明等。' },
              ]}
              errors={errors}
            />
            <div class="actions">
              <button type="submit" name="do" value="send">
                提交补正
              </button>
            </div>
          </form>
        </>
      )}
    </section>
  ) as string;
}

/** 补正回执: what was received, when, and until there is a reply the day that follows from it. */
export function Corrected({
  corrected,
  due,
  attachments,
}: {
  readonly corrected: NonNullable<TrackedRequest['corrected']>;
  readonly due: TrackedRequest['clock']['due'] | undefined;
  readonly attachments: readonly TrackedAttachment[];
}): JSX.Element {
  const files = attachments.filter(({ purpose }) => purpose === 'correction');
  return (
    <section>
      <h2>补正回执</h2>
      <FactsTable
        facts={[
          { label: '收到补正之日', value: inProse(corrected.on) },
          { label: '补正后的内容', value: corrected.what },
          { label: '一起收到的材料', value: files.length === 0 ? '没有' : files.map(({ name }) => name).join('；') },
          { label: '答复期限', value: due && `自收到补正之日重新计算，现在算到 ${inProseWithWeekday(due)}` },
        ]}
      />
    </section>
  ) as string;
}

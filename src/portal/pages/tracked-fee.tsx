/** 待缴的信息处理费 [FEE-9, FEE-13]: how much, why, and the brackets it is summed from; and what the applicant says against it. */
import { DISPUTE_PATHS } from '../../requests/fees/dispute.ts';
import { jointMonth, PAYING_SOME } from '../../requests/fees/joint-notice.ts';
import type { TrackedFee, TrackedRequest } from '../../requests/track.ts';
import { inProse } from '../../statute/civil-date.ts';
import { AccessFields } from '../components/access-fields.tsx';
import { FactsTable } from '../components/facts-table.tsx';
import { TextArea } from '../components/field.tsx';
import { StepList } from '../components/step-list.tsx';
import type { Access } from '../track-access.ts';
import { Confirm, lastDay } from './tracked-confirm.tsx';

export function Fee({ fee, access }: { readonly fee: TrackedFee; readonly access: Access }): JSX.Element {
  return (
    <section class="notice warn">
      <h2 safe>{`请缴纳信息处理费 ${fee.yuan} 元`}</h2>
      <p safe>{lastDay('缴费', fee.dueOn)}</p>
      <p>怎样缴纳写在下面的收费通知书里。</p>
      {fee.joint ? <Joint joint={fee.joint} /> : null}
      {fee.dueOn === null ? <Confirm paper={fee.paper} what="收费通知书" access={access} /> : null}
      <details class="more">
        <summary>这个数是怎样算出来的</summary>
        <FactsTable
          facts={[
            { label: '收费的理由', value: fee.why },
            { label: '收费标准', value: fee.tariff },
            ...fee.count.map(({ term, text }) => ({ label: term, value: text })),
          ]}
        />
        <StepList steps={fee.steps} />
      </details>
    </section>
  );
}

/** 合并告知 [FEE-17]: all that the paper tells of, so that who pays can say which. */
function Joint({ joint: { files, yuan } }: { readonly joint: NonNullable<TrackedFee['joint']> }): JSX.Element {
  return (
    <>
      <p
        safe
      >{`收费通知书一并告知了您${jointMonth({ files })}的 ${files.length} 件申请，合计 ${yuan} 元，这一件是其中之一。${PAYING_SOME}。`}</p>
      <table aria-label="合并收费的各件申请">
        <thead>
          <tr>
            <th scope="col">登记号</th>
            <th scope="col" class="right">
              第几件
            </th>
            <th scope="col" class="right">
              应缴（元）
            </th>
          </tr>
        </thead>
        <tbody>
          {files.map(({ number, receivedOn, place, yuan: owed }) => (
            <tr>
              <td>
                <span safe>{number}</span>
                <br />
                <span class="small soft" safe>{`${receivedOn} 收到`}</span>
              </td>
              <td class="right">{place}</td>
              <td class="right">{owed}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

export function Dispute({
  dispute: { mayBeSaid, said, answer },
  access,
}: {
  readonly dispute: TrackedRequest['dispute'];
  readonly access: Access;
}): JSX.Element {
  if (said)
    return (
      <section>
        <h2>对收费的异议</h2>
        <FactsTable
          facts={[
            { label: `${inProse(said.on)}提出`, value: said.words },
            {
              label: '答复',
              value: answer ? `${inProse(answer.on)}：${answer.words}` : '还没有答复，缴费期限照常计算。',
            },
          ]}
        />
      </section>
    );
  if (!mayBeSaid) return '';
  return (
    <details class="more">
      <summary>对收费有异议</summary>
      <p>{DISPUTE_PATHS}。</p>
      <form method="post" action="/track/act">
        <AccessFields access={access} />
        <input type="hidden" name="do" value="disputeFee" />
        <TextArea
          id="words"
          label="异议的内容和理由"
          hint="例如件数、页数计算有误。只能提出一次，请写完整。"
          value=""
        />
        <button type="submit" class="quiet">
          提出异议
        </button>
      </form>
    </details>
  );
}

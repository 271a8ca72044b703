/** 一并办理的各件: the other applications of the same applicant that one fee notice tells of, or may tell of, with what they come to together. */
import { useQuery } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { Link } from 'wouter';
import type { ActVerb, JointChoice } from '../../../../src/desk/contract.ts';
import { call } from '../../../api/call.ts';
import type { Stage } from './act-field.ts';
import type { Values } from './act-of.ts';
import './joint-picker.css';

/** Ids of those that go along, by a blank. */
export const ALONG = 'along';

interface Wording {
  /** Over the list; `n`: how many there are. */
  offer(n: number): string;
  /** Under it; `n`: all that are dealt with, the one on the screen among them. */
  sum(n: number, yuan: string): string;
  readonly note: string;
}

const WORDINGS: Partial<Record<ActVerb, Wording>> = {
  noticeFee: {
    offer: (n) => `同一申请人本月还有 ${n} 件应收费，一并告知`,
    sum: (n, yuan) => `连同这一件，一份通知书告知 ${n} 件，合计 ${yuan} 元。`,
    note: '每件各记一次收费通知，期限各自计算。要在按件、按量之间选择的，要拆分、不按系统计数的，请不选，另外单独告知。',
  },
  recordPayment: {
    offer: (n) => `同一份通知书还有 ${n} 件没有缴清，这次一并缴清`,
    sum: (n, yuan) => `连同这一件，共缴 ${n} 件，应缴 ${yuan} 元。`,
    note: '实缴金额填这张票据的总数；所选各件同日缴清。没有选的，仍在等待缴费。',
  },
  withdrawFeeNotice: {
    offer: (n) => `同一份通知书还有 ${n} 件没有缴清，一并撤回`,
    sum: (n, yuan) => `连同这一件，撤回 ${n} 件的收费通知，合计 ${yuan} 元。`,
    note: '已经缴清的，请在各自的案卷里撤回，再登记退费。',
  },
  abandonUnpaid: {
    offer: (n) => `同一份通知书还有 ${n} 件没有缴清，一并记为视为放弃`,
    sum: (n, yuan) => `连同这一件，共 ${n} 件视为放弃申请，没有缴纳的 ${yuan} 元。`,
    note: '每件各制发一份告知书。',
  },
};

/** Which others may go along with an act, which of them do, and whether some of those on one notice stay behind. */
export function useJoint(verb: ActVerb, { file }: Stage, values: Values) {
  const wording = WORDINGS[verb];
  const { id } = file.line;
  const { data } = useQuery({
    queryKey: ['fee', id, 'joint'],
    queryFn: ({ signal }) => call('GET /api/requests/:id/fee', { path: { id }, query: {}, signal }),
    enabled: wording !== undefined,
  });
  const isAlone = verb === 'noticeFee' && (isByItself(values) || data?.items?.yuan === 0);
  const choices = verb === 'noticeFee' ? data?.joinable : data?.together?.files.filter(({ owing }) => owing);
  if (!wording || !data || !choices || isAlone) return NONE;
  const ids = (values[ALONG] ?? '').split(' ');
  const chosen = choices.filter((one) => ids.includes(one.id));
  const own = verb === 'noticeFee' ? (data.items?.yuan ?? 0) : (data.together?.own ?? 0);
  return {
    ...{ wording, choices, chosen, own },
    others: verb === 'noticeFee' ? data.notJoinable : [],
    along: chosen.map(({ id, seen }) => ({ id, seen })),
    leavesSome: verb === 'recordPayment' && chosen.length < choices.length,
  };
}

const NONE = { wording: null, choices: [], others: [], chosen: [], own: 0, along: [], leavesSome: false };

/** By its pages, split, or not as the product counted. */
function isByItself({ tariff, place = '', split = '' }: Values): boolean {
  return tariff === 'pages' || place.trim() !== '' || split.trim() !== '';
}

interface JointPickerProps {
  readonly of: ReturnType<typeof useJoint>;
  readonly onChoose: (along: string) => void;
}

export function JointPicker({ of: { wording, choices, others, chosen, own }, onChoose }: JointPickerProps) {
  if (!wording || choices.length + others.length === 0) return null;
  const set = (some: readonly JointChoice[]) => onChoose(some.map(({ id }) => id).join(' '));
  const toggle = (one: JointChoice, goes: boolean) =>
    set(choices.filter((other) => (other === one ? goes : chosen.includes(other))));
  const yuan = chosen.reduce((sum, one) => sum + one.yuan, own);
  return (
    <fieldset className="joint" aria-label="一并办理">
      {choices.length > 0 && (
        <>
          <Checkbox
            checked={chosen.length === choices.length}
            indeterminate={chosen.length > 0 && chosen.length < choices.length}
            onChange={({ target }) => set(target.checked ? choices : [])}
          >
            {wording.offer(choices.length)}
          </Checkbox>
          <ul>
            {choices.map((one) => (
              <li key={one.id}>
                <Checkbox checked={chosen.includes(one)} onChange={({ target }) => toggle(one, target.checked)}>
                  第 {one.place} 件，{one.yuan.toLocaleString('zh-CN')} 元
                </Checkbox>
                <p className="basis">
                  <Link href={`/requests/${encodeURIComponent(one.id)}`}>{one.number}</Link>
                  {one.dueOn && `，${one.dueOn} 以前答复`}
                  <br />
                  {one.wanted}
                </p>
              </li>
            ))}
          </ul>
          <p aria-live="polite">{wording.sum(chosen.length + 1, yuan.toLocaleString('zh-CN'))}</p>
          <p className="basis">{wording.note}</p>
        </>
      )}
      {others.length > 0 && (
        <>
          <p>不能列入的 {others.length} 件：</p>
          <ul>
            {others.map(({ id, number, place, why }) => (
              <li key={id} className="joint-not">
                第 {place} 件，<Link href={`/requests/${encodeURIComponent(id)}`}>{number}</Link>，{why}
              </li>
            ))}
          </ul>
        </>
      )}
    </fieldset>
  );
}

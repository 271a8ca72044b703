/**
 * 发出收费通知 [REQ-18, FEE-6, FEE-7, FEE-8, FEE-16]. 《条例》第四十二条第二款；国办函〔2020〕109号：within the period for the reply, with basis, standard and
 * amount. The amount follows from tariff and quantity, so that none is ever typed.
 */
import { art } from '../../statute/articles.ts';
import { inProseWithWeekday } from '../../statute/civil-date.ts';
import type { FeeTariff } from '../../statute/fee-tariff.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import { dueOf } from '../deadlines.ts';
import type { NewFact } from '../facts.ts';
import { bothTariffs } from '../fees/both-tariffs.ts';
import type { JointNotice } from '../fees/joint-notice.ts';
import { listable, type PlaceInMonth } from '../fees/place-in-month.ts';
import type { InfoRequest } from '../info-request.ts';
import { feeNotice } from '../standing.ts';
import { isMissing } from './particulars.ts';
import type { FileAct, Verb } from './verb.ts';

export interface NoticeFee extends FileAct {
  readonly verb: 'noticeFee';
  readonly tariff: FeeTariff;
  /** 按件: its place among the applicant's in the month, where it is not the one counted. */
  readonly place?: number;
  /** Why it is not the one counted. */
  readonly deviation?: string;
  /** 拆分清单, one matter a line. */
  readonly split?: string;
  /** 提供的页数, where any are provided. */
  readonly pages?: number;
  /** Why this tariff, where the other gives a sum as well. */
  readonly choice?: string;
  /** Why number or frequency is clearly beyond the reasonable; the eleventh application alone does not make it so. */
  readonly why: string;
  /** 合并告知: the list that stands in every file of it, and the 文号 of the paper once the first of them has taken it. */
  readonly joint?: JointNotice;
  readonly paperNumber?: string;
}

const FEE_MEASURES = '国办函〔2020〕109号';

export const noticeFee: Verb<NoticeFee> = {
  term: '发出收费通知',
  basis: art(42, { paragraph: 2 }),
  causes: '申请人收到通知后期限停止计算，缴清后重新起算；收到后20个工作日未缴清的，视为放弃申请。',
  trace: 'noticedFee',
  numbers: ['fee'],
  roles: ['handler', 'officeHead'],
  from: ['inProcess', 'reasonPending', 'consulting'],
  lastDay: dueOf,
  may(file, on, calendar) {
    if (feeNotice(file.facts)) return refuse('REQ-18', FEE_MEASURES, '这件申请已经发过收费通知，一件申请只收一次。');
    const due = dueOf(file, on, calendar);
    return due && on > due
      ? refuse(
          'REQ-18',
          FEE_MEASURES,
          `收费通知应当在答复期限内发出，期限到${inProseWithWeekday(due)}为止，已经届满。请尽快答复，不再收费。`,
        )
      : undefined;
  },
  act({ request }, command, { placeInMonth }) {
    const fact = noticeOf(command, request, placeInMonth);
    if (isRefusal(fact)) return fact;
    if (isMissing(command.why))
      return refuse(
        'REQ-18',
        art(42, { paragraph: 2 }),
        '请写明申请的数量、频次为什么明显超过合理范围；达到起征的件数、页数，本身不等于应当收费。',
      );
    return { fact, state: 'feePending' };
  },
};

function noticeOf(
  { on, tariff, place: given, deviation = '', split: listed = '', pages, choice = '', why, joint }: NoticeFee,
  { number, formWanted }: Pick<InfoRequest, 'number' | 'formWanted'>,
  counted: PlaceInMonth | null,
): Extract<NewFact, { type: 'feeNoticed' }> | Refusal {
  const split = matters(listed);
  const wrongSplit = refuseSplit(tariff, listed, split);
  if (wrongSplit) return wrongSplit;
  if (tariff === 'pages' && formWanted === 'inspection')
    return refuse('FEE-8', `${FEE_MEASURES}第五条`, '当面查阅、抄录的不按量计收。需要收费的，请选择按件。');
  if (joint && (tariff === 'pages' || split.length > 0 || given !== undefined))
    return refuse(
      'FEE-16',
      `${FEE_MEASURES}第四条`,
      '合并告知的各件按件、按系统的计数收费。按量的、拆分的、不按系统计数的，请单独发出通知。',
    );
  const place = given ?? counted?.place ?? null;
  const wrongPlace = tariff === 'items' && refusePlace(place, deviation, counted);
  if (wrongPlace) return wrongPlace;
  const fees = bothTariffs({ place, units: Math.max(1, split.length), pages: pages ?? null });
  if (isRefusal(fees)) return fees;
  const amount = fees[tariff]?.amount ?? 0;
  if (amount === 0)
    return refuse('REQ-18', FEE_MEASURES, '按这个标准应收0元，不发收费通知。请直接办理，或者核对件数、页数。');
  const inJoint = joint?.files.find((one) => one.number === number);
  if (joint && (inJoint?.place !== place || inJoint?.yuan !== amount))
    return refuse('STALE', art(45), '申请人当月的件数刚才有了变化，这一步没有办理。请刷新页面，看过再定。');
  const other = tariff === 'items' ? fees.pages : fees.items;
  if (other && other.amount > 0 && isMissing(choice))
    return refuse(
      'FEE-8',
      `${FEE_MEASURES}第三条`,
      `按件应收${fees.items!.amount}元，按量应收${fees.pages!.amount}元，只能收一种。请写明选择这一种的理由。`,
    );
  const before = counted && listable(counted.before);
  const said = (words: string) => words.trim();
  return {
    type: 'feeNoticed',
    on,
    tariff,
    quantity: tariff === 'items' ? place! : pages!,
    yuan: amount,
    why,
    ...(tariff === 'items' && counted && { before: before!.numbers }),
    ...(tariff === 'items' && place === counted?.place && before!.unnamed > 0 && { unnamed: before!.unnamed }),
    ...(tariff === 'items' && place !== counted?.place && { deviation: said(deviation) }),
    ...(split.length > 0 && { split }),
    ...(other && other.amount > 0 && { otherYuan: other.amount, choice: said(choice) }),
    ...(joint && { joint }),
  };
}

/** [FEE-7] 可以按照一事一申请的原则以合理的最小单位拆分计算件数; the notice lists the parts. */
function matters(listed: string): string[] {
  return listed.split('\n').flatMap((line) => (isMissing(line) ? [] : [line.trim()]));
}

function refuseSplit(tariff: FeeTariff, listed: string, split: readonly string[]): Refusal | undefined {
  if (split.length === 0 && listed.trim() === '') return undefined;
  const basis = `${FEE_MEASURES}第四条`;
  if (tariff === 'pages') return refuse('FEE-7', basis, '拆分只用于按件计收。按量计收的，请不要填写拆分清单。');
  if (split.length < 2) return refuse('FEE-7', basis, '拆分清单至少两项，一行一项；不拆分的请留空。');
  return new Set(split).size < split.length
    ? refuse('FEE-7', basis, '拆分清单里有两行相同，同一事项只计一件，请核对。')
    : undefined;
}

function refusePlace(place: number | null, deviation: string, counted: PlaceInMonth | null): Refusal | undefined {
  const basis = `${FEE_MEASURES}第四条`;
  if (place === null)
    return refuse('FEE-6', basis, '申请人的身份信息已经删除，系统无法计数。请填写当月第几件，并写明依据。');
  if (place === counted?.place || !isMissing(deviation)) return undefined;
  const before = counted?.before.map(({ number }) => number).join('、');
  return refuse(
    'FEE-6',
    basis,
    counted
      ? `系统数出这是申请人当月第${counted.place}件${before ? `（此前：${before}）` : ''}，所填为第${place}件。不按系统计数的，请写明理由。`
      : '系统无法计数，请写明所填件数的依据。',
  );
}

/**
 * FEE: what the report says of 信息处理费. Row 3.6.2 counts applications ended because a charging notice was not paid: where it is
 * not 0, notices were sent. In our own report the ledger of fees decides.
 */
import type { Report } from '../../report.ts';
import type { CountedThing } from '../claims/counted-thing.ts';
import type { Passage } from '../claims/passage.ts';
import type { CheckSubject, FeeLedger, Observation } from '../finding.ts';
import { difference } from '../worked-sum.ts';

const ABOUT_FEE = /信息处理费|处理费|收费/;
const NONE =
  /(?:未|没有|无|不|零)(?:曾|有)?(?:收取|收费|发生[^,;。]*(?:收费|收取)|发出[^,;。]*(?:收费)?通知|发(?:放|送)?收费通知|产生[^,;。]*费|向[^,;。]*收取|涉及[^,;。]*费)|无[^,;。]{0,12}收(?:费|取)|收取[^,;。]*费[^,;。\d]{0,4}(?:0|零)(?:万)?元|(?:费|金额)[为是]?(?:0|零)(?:万)?元|处理费(?:的)?(?:收取)?(?:情况)?[:为]?(?:均)?无(?=[,;。]|$)|收费通知书?(?:的?件数)?[:为]?(?:0|零)[件份]/;

export function processingFee({ report, passages, options, occasion }: CheckSubject): Observation[] {
  const said = passages.filter(({ plain }) => ABOUT_FEE.test(plain) && !/行政事业性收费/.test(plain));
  const deniedBy = said.find(({ plain }) => NONE.test(plain));
  // Sent and not paid is what row 3.6.2 counts: nothing came in, and nothing is contradicted.
  const noticesSent = options.feeLedger ? options.feeLedger.notices > 0 : said.some(saysSent);
  return [
    ...(noticesSent ? [] : unpaidWithoutNotice(report, deniedBy)),
    ...(occasion === 'own' && options.feeLedger ? againstLedger(report, said, deniedBy, options.feeLedger) : []),
  ];
}

function unpaidWithoutNotice(report: Report, deniedBy: Passage | undefined): Observation[] {
  const unpaid = unpaidRow(report);
  if (!unpaid || !deniedBy) return [];
  return [
    {
      where: deniedBy.quote,
      says: `表三“逾期未按收费通知要求缴纳费用”有 ${unpaid} 件，正文却说没有收费。`,
      advice: '发过收费通知的，写明通知件数和金额；没有发过的，这一行应为 0。',
      left: unpaid,
      right: 0,
    },
  ];
}

function againstLedger(
  report: Report,
  said: readonly Passage[],
  deniedBy: Passage | undefined,
  { notices, collectedYuan }: FeeLedger,
): Observation[] {
  const unpaid = unpaidRow(report);
  const advice = '按收费台账改正。';
  const observations: Observation[] = [];
  if (unpaid && notices === 0) {
    const says = `表三“逾期未按收费通知要求缴纳费用”有 ${unpaid} 件，收费台账没有发出过通知。`;
    observations.push({ where: '/table3/rows/3.6.2', says, advice, left: unpaid, right: 0 });
  }
  if (notices > 0 && said.length === 0) {
    const says = `收费台账发出通知 ${notices} 件、实收 ${collectedYuan} 元，正文没有写。`;
    observations.push({ where: '/narrative', says, advice: '在第六部分写明收费通知的件数和实际收取的金额。' });
  }
  const deniesNotices = deniedBy && /未[^,;。]{0,4}(?:发出|发)[^,;。]*通知/.test(deniedBy.plain) && notices > 0;
  if (deniedBy && (collectedYuan > 0 || deniesNotices)) {
    const says = `正文说没有${deniesNotices ? '发出收费通知' : '收取信息处理费'}，收费台账发出通知 ${notices} 件、实收 ${collectedYuan} 元。`;
    const right = deniesNotices ? notices : collectedYuan;
    observations.push({ where: deniedBy.quote, says, advice, left: 0, right });
  }
  for (const { quote, items } of said) {
    const yuan = collectedIn(items);
    if (yuan !== undefined && yuan !== collectedYuan) {
      const says = `正文写收取 ${yuan} 元，收费台账实收 ${collectedYuan} 元，${difference(yuan, collectedYuan)}。`;
      observations.push({ where: quote, says, advice, left: yuan, right: collectedYuan });
    }
    const sent = items.find(({ lead, quantity }) => /收费通知/.test(lead) && /[件份]/.test(quantity.unit))?.quantity
      .value;
    if (sent !== undefined && sent !== notices) {
      const says = `正文写收费通知 ${sent} 件，收费台账 ${notices} 件，${difference(sent, notices)}。`;
      observations.push({ where: quote, says, advice, left: sent, right: notices });
    }
  }
  return observations;
}

/** 发出收费通知1件, 发出收费通知后申请人逾期未缴. */
function saysSent({ plain, items }: Passage): boolean {
  const counted = items.some(
    ({ lead, tail, quantity }) => /通知/.test(lead + tail) && /[件份次]/.test(quantity.unit) && quantity.value > 0,
  );
  return (
    counted ||
    /(?<!未|没有|不|曾)(?:发出|送达|作出|发送|制发)[^,;。\d]{0,12}通知书?[^,;。]{0,4}[,后][^。]*(?:未|没有|不)[^,;。]{0,4}缴/.test(
      plain,
    )
  );
}

/** 通知收取200元: what the notices asked for. */
const ASKED_FOR = /通知(?:书)?(?:要求)?(?:收取|缴纳|金额)|应(?:当)?[收缴]/;

/** What came in, told apart from what the notices asked for. */
function collectedIn(items: readonly CountedThing[]): number | undefined {
  const sums = items.filter(({ quantity }) => quantity.unit === '元' || quantity.unit === '万元');
  const amount =
    sums.find(({ lead }) => /实际|实收|收取|收到|缴纳|到账/.test(lead) && !ASKED_FOR.test(lead)) ??
    sums.find(({ context }) => !/通知|应[收缴]/.test(context));
  return amount && Math.round(amount.quantity.value * (amount.quantity.unit === '万元' ? 1e6 : 100)) / 100;
}

function unpaidRow(report: Report): number {
  return report.table3.rows['3.6.2']?.[6] ?? 0;
}

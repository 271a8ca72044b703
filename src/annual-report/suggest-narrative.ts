/**
 * 正文起草 [ANR-3]: the frame of the six parts with what the records can say, each figure a live one. What only people know
 * is left for them to write; nothing is invented. The form asks for five aspects in part one (国办公开办函〔2021〕30号).
 */
import { SECTIONS } from './form.ts';
import type { NarrativeSection } from './report.ts';
import type { YearRecords } from './year-records.ts';

/** @param oversight 监督保障情况, as it was recorded */
export function suggestNarrative(year: number, records: YearRecords, oversight = ''): NarrativeSection[] {
  return [
    { heading: SECTIONS[0], text: '' },
    { heading: '（一）主动公开情况', text: proactive(year, records) },
    { heading: '（二）依申请公开情况', text: onRequest(year) },
    { heading: '（三）政府信息管理情况', text: management() },
    { heading: '（四）政府信息公开平台建设情况', text: '' },
    { heading: '（五）监督保障情况', text: oversight + supervised(records) },
    { heading: SECTIONS[4], text: '' },
    { heading: SECTIONS[5], text: fees(year, records) },
  ];
}

function proactive(year: number, { published }: YearRecords): string {
  const twice = published.inTwoColumns > 0 ? '（其中 {published.twice} 条同时列入两个栏目，分栏数相加时重复计入）' : '';
  return (
    `${year}年，通过门户网站主动公开政府信息{published.items}条${twice}。按栏目统计，政务动态信息{published.news}条，` +
    '概况类信息{published.overview}条，信息公开目录信息{published.catalogue}条。重点领域专栏{published.specialColumns}个；' +
    '发布政府公报{published.gazettes}期、文件解读{published.interpretations}篇、重大会议{published.meetings}篇。' +
    '开展民意征集调查{interaction.consultations}期、在线访谈{interaction.interviews}期，' +
    '受理办结群众咨询、诉求{interaction.inquiries}件。政务新媒体发布信息{interaction.posts}条。'
  );
}

function onRequest(year: number): string {
  return (
    `${year}年，新收政府信息公开申请{requests.received}件，上年结转{requests.carriedIn}件；办结{requests.closed}件，` +
    '结转下年度继续办理{requests.carriedOut}件。因政府信息公开引起的行政复议{review.total}件、行政诉讼{litigation.total}件。'
  );
}

function management(): string {
  return '本年制发行政规范性文件{normative.made}件，废止{normative.repealed}件，现行有效{normative.valid}件。';
}

function fees(year: number, { processingFee }: YearRecords): string {
  return processingFee.notices === 0 && processingFee.collectedYuan === 0
    ? `${year}年，未发出信息处理费收费通知，未收取信息处理费。`
    : `${year}年，发出信息处理费收费通知{fee.notices}件，收取信息处理费{fee.collected}元。`;
}

/** 监督保障的件数, of what there was; what was not done is left to people to tell. */
function supervised({ supervision: { patrols, tickets, trainings, workPoints } }: YearRecords): string {
  const told = [
    ...(workPoints > 0 ? ['列入政务公开工作要点{supervision.workPoints}项，完成{supervision.pointsDone}项'] : []),
    ...(trainings > 0 ? ['举办业务培训{supervision.trainings}期、{supervision.persons}人次'] : []),
    ...(patrols > 0 ? ['每日巡查签巡查单{supervision.patrols}张'] : []),
    ...(tickets > 0 ? ['开出整改单{supervision.tickets}张，复查销号{supervision.closed}张'] : []),
  ];
  return told.length === 0 ? '' : `本年${told.join('；')}。`;
}

/** 年度报告正文 of the demo county: our own words, every figure a live one. */
import type { NarrativeSection } from '../src/annual-report/report.ts';

export const NARRATIVE: readonly NarrativeSection[] = [
  {
    heading: '一、总体情况',
    text: '本报告依据《中华人民共和国政府信息公开条例》编制，统计期限自2024年1月1日起至2024年12月31日止。',
  },
  {
    heading: '（一）主动公开情况',
    text:
      '全年通过县政府门户网站发布政府信息{published.items}条。按栏目统计，政务动态信息{published.news}条，概况类信息{published.overview}条，' +
      '信息公开目录信息{published.catalogue}条；有{published.twice}条同时列入政务动态和信息公开目录两个栏目，分栏数因此多于总数。' +
      '重点领域开设专栏{published.specialColumns}个；发布政府公报{published.gazettes}期、文件解读{published.interpretations}篇、' +
      '重大会议{published.meetings}篇；开展民意征集调查{interaction.consultations}期、在线访谈{interaction.interviews}期，' +
      '受理办结群众咨询、诉求{interaction.inquiries}件。政务新媒体“示例县发布”发布信息{interaction.posts}条。',
  },
  {
    heading: '（二）依申请公开情况',
    text:
      '全年新收政府信息公开申请{requests.received}件，上年结转{requests.carriedIn}件，办结{requests.closed}件，' +
      '结转下年度继续办理{requests.carriedOut}件，均在法定期限内答复。因政府信息公开引起的行政复议{review.total}件，行政诉讼{litigation.total}件。',
  },
  {
    heading: '（三）政府信息管理情况',
    text:
      '拟制公文时同步确定公开属性，坚持先审查、后公开。本年制发行政规范性文件{normative.made}件，废止{normative.repealed}件，' +
      '现行有效{normative.valid}件，全部在门户网站集中公开并标注有效性。',
  },
  {
    heading: '（四）政府信息公开平台建设情况',
    text: '政府信息公开平台提供检索、查阅和下载，页面按无障碍要求改造，网上申请提交后即时出具回执，申请人凭查询号和查询码随时查看办理进度。',
  },
  {
    heading: '（五）监督保障情况',
    text: '政府信息公开纳入年度工作考核，考核结果已经通报。开展社会评议，评议意见逐条答复。本年没有因政府信息公开工作受到责任追究的情形。',
  },
  {
    heading: '五、存在的主要问题及改进情况',
    text: '主要问题：兼职工作人员对法定程序还不够熟悉，部门之间征求意见有时不够及时。改进情况：办理系统逐步提示下一步和法定期限，征求意见设置到期提醒；每季度组织一次案卷互查。',
  },
  {
    heading: '六、其他需要报告的事项',
    text: '2024年，未发出信息处理费收费通知，未收取信息处理费。',
  },
];

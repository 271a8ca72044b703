/** 近两周的信息: what the county published in the last workdays, and what still waits for a second pair of eyes. */
import type { DocumentKindName } from '../../src/publications/document-kinds.ts';

export interface RecentItem {
  /** Workdays before the day of loading; at least 1. */
  readonly ago: number;
  readonly kind: DocumentKindName;
  readonly agencyId: string;
  readonly columns: readonly string[];
  readonly title: string;
  readonly text: readonly string[];
}

const news = (ago: number, agencyId: string, column: string, title: string, text: readonly string[]): RecentItem => ({
  ago,
  kind: 'news',
  agencyId,
  columns: [column],
  title,
  text,
});

export const RECENT: readonly RecentItem[] = [
  news(1, 'office', 'news.headlines', '县政府召开重点项目月度调度会', [
    '会议逐个听取重点项目进展，要求责任单位把进度、资金和存在的困难按月在门户网站公开。',
    '对群众关心的城东片区道路工程，会议要求十个工作日内公布分段通车的时间表。',
  ]),
  news(2, 'transport', 'news.departments', '农村客运线路调整方案下周起试行', [
    // Pages of the former site that nobody took over: the watch finds them.
    '调整后青石镇、柳湾镇往返县城的班次各增加两班，末班车推迟四十分钟。原来的线路见<a href="/old/2019/traffic.html">农村客运线路图</a>。',
    '试行一个月，期间可以通过本站“互动回应”提出意见。',
  ]),
  news(3, 'qingshi', 'news.townships', '青石镇完成饮用水水源地标识更新', [
    '全镇三处饮用水水源地的界碑、警示牌全部更新，巡查记录按周公开。',
  ]),
  news(4, 'education', 'news.departments', '县教育局部署校园食堂开放日', [
    '每所学校每月第二周设开放日，家长凭预约进入食堂查看进货台账和留样记录。学校名单见<a href="/old/2018/school-districts.html">学区一览</a>。',
  ]),
  news(6, 'liuwan', 'news.townships', '柳湾镇高标准农田建设进入收尾', [
    '沟渠衬砌、机耕路和机井已经完成，正在进行田块平整和土壤改良。',
  ]),
  news(8, 'health', 'news.departments', '家庭医生签约服务延伸到行政村', [
    '县医院和乡镇卫生院组成联合小组，每月到村坐诊两次，坐诊安排张贴在村务公开栏。',
  ]),
  {
    ago: 2,
    kind: 'notice',
    agencyId: 'housing',
    columns: ['news.notices'],
    title: '关于城区老旧小区改造施工期间停水的通知',
    text: ['因管网改造，示范街、文昌路沿线小区分三批停水，每批不超过八小时。请居民提前储水。'],
  },
  {
    ago: 5,
    kind: 'notice',
    agencyId: 'civil-affairs',
    columns: ['news.notices'],
    title: '关于开展高龄津贴资格复核的公告',
    text: ['八十周岁以上老年人可以由家属代办，也可以在线上核验，不需要到窗口。'],
  },
  {
    ago: 7,
    kind: 'catalogued',
    agencyId: 'finance',
    columns: ['catalogue.statutory.budget'],
    title: '县本级财政第三季度预算执行情况',
    text: ['一般公共预算收入、支出及民生支出情况见下列说明，数据未经审计。'],
  },
];

/** Written by the editor and not yet let out: the publisher finds them waiting. */
export const DRAFTS: readonly RecentItem[] = [
  news(1, 'office', 'news.headlines', '县政府常务会议研究冬季供暖保障', [
    '会议听取供热企业储煤和管网检修情况，要求公开二十四小时报修电话。',
  ]),
  {
    ago: 1,
    kind: 'notice',
    agencyId: 'market',
    columns: ['news.notices'],
    title: '关于公布食品安全监督抽检计划的通知',
    text: ['本季度抽检食用农产品、餐饮具和校园周边食品三类，结果在本站公布。'],
  },
];

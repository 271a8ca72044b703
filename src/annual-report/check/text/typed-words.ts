/**
 * 数据项的说法: by which words offices tell the figures that the records know. Whole clauses, from the stop before to the number: 视频解读5篇 and
 * 微信公众号发布信息500条 are some of what is counted, or something else, and fit none.
 */
import type { LiveFigureKey } from '../../live-figures.ts';

export type TypedName = LiveFigureKey;

export interface TypedWords {
  readonly name: TypedName;
  readonly units: readonly string[];
  /** The clause before the number. */
  readonly label: RegExp;
  /** Where the number comes first (举办6期业务培训): what is counted, after the measure word. */
  readonly noun?: RegExp;
  /** What stands before the number then, where not one of the usual verbs. */
  readonly verb?: RegExp;
  /** What the sentence must have said before. */
  readonly needs?: RegExp;
  /** What makes the sentence one of something else. */
  readonly not?: RegExp;
}

const OTHER_CHANNEL =
  /微信|微博|公众号|视频号|抖音|客户端|新媒体|APP|公示栏|公开栏|专栏|栏目|领域|电子屏|平台|广播|报刊|公报/;
export const TYPED_WORDS: readonly TypedWords[] = [
  {
    name: 'published.items',
    units: ['条'],
    label:
      /^(?:通过)?(?:[县区市]?(?:人民)?政府)?(?:门户)?(?:网站)?(?:依法)?(?:主动公开|公开|发布)(?:了)?(?:各类|各种)?(?:政府|政务|公开)*信息$/,
    noun: /^(?:各类)?(?:政府|政务)信息$/,
    verb: /^(?:通过)?(?:[县区市]?(?:人民)?政府)?(?:门户)?(?:网站)?(?:主动公开|公开|发布)了?$/,
    not: OTHER_CHANNEL,
  },
  { name: 'published.news', units: ['条'], label: /^(?:其中)?政务动态(?:类)?(?:信息)?$/, not: OTHER_CHANNEL },
  { name: 'published.overview', units: ['条'], label: /^(?:其中)?概况(?:类)?信息$/, not: OTHER_CHANNEL },
  {
    name: 'published.catalogue',
    units: ['条'],
    label: /^(?:其中)?(?:政府)?信息公开目录信息$/,
    not: OTHER_CHANNEL,
  },
  {
    name: 'published.specialColumns',
    units: ['个'],
    label: /^(?:开设|设立|设置|建有|维护)?重点领域(?:信息公开|开设|设立|设置)?专栏$/,
    noun: /^重点领域(?:信息公开)?专栏$/,
    verb: /^(?:开设|设立|设置|建有|维护)?了?$/,
  },
  {
    name: 'published.gazettes',
    units: ['期'],
    label: /^(?:编发|编印|编制|编辑|出版|发布|印发|刊发|制发)?(?:[县区市]?(?:人民)?政府)?公报$/,
    noun: /^(?:[县区市]?(?:人民)?政府)?公报$/,
  },
  {
    name: 'published.interpretations',
    units: ['篇', '件', '条'],
    label:
      /^(?:(?:发布|公开|制作|编发)(?:各类|重要)?(?:政策文件|文件|政策|配套)?|(?:各类)?(?:政策文件|文件|政策|配套))解读(?:材料|文章|稿件|稿|信息)?$/,
    noun: /^(?:政策文件|文件|政策|配套)解读(?:材料|文章|稿件|稿)?$/,
  },
  { name: 'published.meetings', units: ['篇', '条'], label: /^(?:发布|公开)?重大会议(?:信息|报道)?$/ },
  {
    name: 'interaction.consultations',
    units: ['期', '次', '场', '项'],
    label: /^(?:开展|组织|举办|发布)?(?:民意征集调查|民意征集|意见征集|征集调查|调查征集)(?:活动)?$/,
    noun: /^(?:民意征集调查|民意征集|意见征集|征集调查|调查征集)(?:活动)?$/,
  },
  {
    name: 'interaction.interviews',
    units: ['期', '次', '场', '场次'],
    label: /^(?:开展|组织|举办|举行|做客)?(?:在线|网上|网络)访谈(?:活动|节目)?$/,
    noun: /^(?:在线|网上|网络)访谈(?:活动|节目)?$/,
  },
  {
    name: 'interaction.inquiries',
    units: ['件'],
    label: /^受理办结(?:群众|网民|公众)?(?:咨询、?诉求|咨询|诉求)$/,
    not: /热线|信箱|12345|邮箱/,
  },
  {
    name: 'interaction.posts',
    units: ['条', '篇'],
    label:
      /^(?:通过)?政务新媒体(?:账号|平台)?(?:共|累计)?(?:发布|推送|更新)?了?(?:各类)?(?:政务|政府)?(?:信息|动态|内容)?$/,
  },
  {
    name: 'supervision.patrols',
    units: ['张', '份'],
    label: /^(?:(?:每日|日常|网站)巡查)?(?:签|签发|填写)?巡查单$/,
    noun: /^巡查单$/,
    verb: /^(?:签|签发|填写)?了?$/,
  },
  {
    name: 'supervision.tickets',
    units: ['张', '份', '件'],
    label: /^(?:签发|开出|下发|制发|发出|下达)?整改(?:通知)?单$/,
    noun: /^整改(?:通知)?单$/,
  },
  {
    name: 'supervision.closed',
    units: ['张', '份', '件'],
    label: /^(?:已|均已|复查)?(?:复查)?销号$/,
    needs: /整改(?:通知)?单/,
  },
  {
    name: 'supervision.trainings',
    units: ['期', '次', '场', '场次'],
    label: /^(?:组织|举办|开展|召开)?(?:政府信息公开|政务公开|信息公开)?(?:工作)?(?:业务|专题)*培训(?:班|会|活动)?$/,
    noun: /^(?:政府信息公开|政务公开|信息公开)?(?:工作)?(?:业务|专题)*培训(?:班|会|活动)?$/,
  },
  {
    name: 'supervision.persons',
    units: ['人次', '人', '名'],
    label: /^(?:累计)?(?:培训|参训|参加培训|受训)(?:人员|干部|工作人员)?$/,
  },
  {
    name: 'supervision.workPoints',
    units: ['项'],
    label: /^(?:列入|制定|梳理)?(?:政务公开|年度)?工作要点(?:任务)?$/,
  },
  { name: 'supervision.pointsDone', units: ['项'], label: /^(?:已|全部)?完成$/, needs: /工作要点/ },
];

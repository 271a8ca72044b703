/** 申请的收到、办理、结果、结转: which figures of Table 3 a label of the text means. */
import type { ReportFigures } from '../../report.ts';
import { cellsReading, type Reading, rowsUnder, rowTotals } from './reading.ts';

/** Words that make a count something other than one of Table 3's: requests of a kind, papers, stages, other people's affairs. */
const OTHER_COUNT =
  /延期|延长|逾期(?!不补正|未按)|超期|超时|委托|协助|指导|案卷|转办|转送|征求|补正通知|告知书|答复书|案例|样本|模板|培训|典型|撤回|撤销|应公开|率|占|(?<![各三四])类(?:政府信息|信息|申请)|领域|方面的|涉及(?!自然人|公民|法人|商业|企业|科研|社会|法律)|不存在|咨询|转为|转主动|较大|疑难|复杂|补正(?!后)|群众(?:申请)?反映|(?<!不动产)登记(?!(?:受理)?(?:政府)?信息公开|(?:受理)?依申请)|费|协查|协办|配合|(?<!商业)企业|律师|件均|平均|前[一二三四五六七八九十\d]+[位名]|依次|召开|举办|举行|会商/;
const OTHER_MATTER =
  /咨询|诉求|留言|信箱|来信|问政|热线|意见|建议|提案|工单|信访(?!举报|、)|投诉(?!类)|调查|会议|会商|座谈|研判|解读|公报|动态|新闻|信息(?!公开|处理)|文件|访谈|发布会|答问|办件|事项/;
/** What people apply for besides information: 公租房申请, 行政许可申请, 劳动仲裁申请. */
const ANOTHER_APPLICATION =
  '许可|审批|[房租]|仲裁|低保|救助|[补资援]助|补贴|认定|登记|备案|立案|执行|贷款|职称|专利|商标|注册|赔偿|保险|退税|用地|规划|施工|就业|入学|落户|鉴定|监督|信访|投诉';
const APPLICATION = new RegExp(
  `依申请|公开申请|信息申请|申请公开|申请信息|政府信息公开(?:案件|件)|(?<!${ANOTHER_APPLICATION})申请(?!人|复议|行政复议|诉讼|事项)`,
);
/** What may stand beside a bare verb without changing what is counted. */
const FILLER =
  /20\d\d年度?|全年|全[县市区旗州]|我[县市区旗局委办镇乡]|各级|各地|本[年级]度?|年度|截至[^,]*[日底前]|共计|合计|总[计量数]|累计|其中|目前|已经|已|均|全部|都|按照?(?:时|期|规定|要求)|依法|依规|依法依规|及时|规范|年内|期限内|法定|时限|期限|在|内|并|予以|给予|完成|完毕|件数|数量?|案件|申请|件|的|有|为|了|共|所有|和|与|进行|作出|作|者|情况|情形|结果|办件|量|是|还|尚|中|该|当年|应|需|实际|公开|政府信息|信息|事项|告知|决定|涉及|、|由|包括|(?:向|给)申请人/g;

interface Named {
  readonly pattern: RegExp;
  readonly name: string;
  rows(figures: ReportFigures): readonly string[];
}

const one = (code: string) => () => [code];
const under = (group: string) => (figures: ReportFigures) => rowsUnder(figures, group);

/** Leaf rows by words that leave no doubt; then the groups of 三、本年度办理结果. */
const RESULTS: readonly Named[] = [
  { pattern: /(?:属于)?国家秘密|涉密/, name: '属于国家秘密', rows: one('3.3.1') },
  { pattern: /其他法律行政法规禁止公开|法律、?行政法规禁止/, name: '其他法律行政法规禁止公开', rows: one('3.3.2') },
  { pattern: /三安全一稳定/, name: '危及“三安全一稳定”', rows: one('3.3.3') },
  { pattern: /第三方合法权益/, name: '保护第三方合法权益', rows: one('3.3.4') },
  { pattern: /内部事务/, name: '属于三类内部事务信息', rows: one('3.3.5') },
  { pattern: /过程性/, name: '属于四类过程性信息', rows: one('3.3.6') },
  { pattern: /行政执法案卷/, name: '属于行政执法案卷', rows: one('3.3.7') },
  { pattern: /行政查询/, name: '属于行政查询事项', rows: one('3.3.8') },
  { pattern: /不掌握/, name: '本机关不掌握相关政府信息', rows: one('3.4.1') },
  { pattern: /没有现成信息|另行制作/, name: '没有现成信息需要另行制作', rows: one('3.4.2') },
  { pattern: /补正后[^、,]*不明确/, name: '补正后申请内容仍不明确', rows: one('3.4.3') },
  { pattern: /信访、?举报、?投诉/, name: '信访举报投诉类申请', rows: one('3.5.1') },
  { pattern: /重复申请/, name: '重复申请', rows: one('3.5.2') },
  { pattern: /公开出版物/, name: '要求提供公开出版物', rows: one('3.5.3') },
  { pattern: /大量反复/, name: '无正当理由大量反复申请', rows: one('3.5.4') },
  { pattern: /确认或重新出具/, name: '要求行政机关确认或重新出具已获取信息', rows: one('3.5.5') },
  { pattern: /逾期(?:仍)?[不未]补正/, name: '逾期不补正', rows: one('3.6.1') },
  { pattern: /逾期[^、,]*缴/, name: '逾期未缴费', rows: one('3.6.2') },
  { pattern: /部分公开|区分处理/, name: '部分公开', rows: one('3.2') },
  { pattern: /不予公开|不同意公开/, name: '不予公开', rows: under('3.3') },
  { pattern: /无法提供/, name: '无法提供', rows: under('3.4') },
  { pattern: /不予处理/, name: '不予处理', rows: under('3.5') },
  { pattern: /其他处理/, name: '其他处理', rows: under('3.6') },
  { pattern: /(?<!部分|不)(?:予以|同意|全部)公开/, name: '予以公开', rows: one('3.1') },
];
const GROUPS_FROM = RESULTS.findIndex(({ name }) => name === '部分公开');

const CARRIED_IN =
  /(?:上年|上一年|去年|20\d\d年)(?:度)?(?:结转|转结|转入|转来|未办结|遗留|延续)|结转(?:自)?(?:上|去)(?:一)?年/;
/** 加上上年结转: they are what is counted; 含上年结转共办理: they are not. */
const ENDS_CARRIED_IN = new RegExp(`(?:${CARRIED_IN.source})(?:的|政府信息公开|依申请公开|申请|件|办理|数量|案件)*$`);
const CARRIED_OUT =
  /(?:下|次|明)(?:一)?年度?结转|(?:年末|年底|期末)(?:未办结)?结转|结转(?:至|到|入|于|为)?(?:下|次|明|20\d\d)(?:一)?年?|转(?:至|入|到)?(?:下|次|20\d\d)(?:一)?年?|顺延|跨年|(?:下|次)(?:一)?年度?(?:继续)?(?:办理|答复)|尚未办结|未办结|正在办理|仍在办理|办理中|[尚仍还]有[^,;。]*(?:办理|处理)/;
const RECEIVED = /收到|新收|接收|受理|接到|接受|新增|登记(?=(?:政府)?信息公开|依申请)/;
const HANDLED = /收办|办理(?!完|结)|处理(?!完|决定)|承办/;
const CONCLUDED = /办结|办复|办理结果|答复|回复|办理完|处理完|完成/;

const APPLICANTS: readonly (readonly [RegExp, string, readonly number[]])[] = [
  [/法人(?:(?:或|或者|和|及|、)?其他组织)?/, '法人或其他组织', [1, 2, 3, 4, 5]],
  [/商业企业/, '商业企业', [1]],
  [/科研机构/, '科研机构', [2]],
  [/社会公益组织/, '社会公益组织', [3]],
  [/法律服务机构/, '法律服务机构', [4]],
  [/自然人|公民/, '自然人', [0]],
];

const ONE_KIND = /自然人|商业企业|科研机构|公益组织|法律服务机构/;

export interface ApplicationTopic {
  readonly name: string;
  readonly kind: 'intake' | 'concluded' | 'handled' | 'result' | 'carried' | 'applicant';
  readonly readings: readonly Reading[];
}

/** 主动公开85件、依申请公开40件、不予公开60件 tell how papers may be published, and nothing of applications. */
const ATTRIBUTE = /^(?:属于|其中)?(?:依申请公开|不予公开)(?:的|类|政府|信息|公文|文件|件|数)*$/;

export function isAttribute(label: string, plain: string): boolean {
  return ATTRIBUTE.test(label) && /主动公开[^,;。、]{0,8}\d|公文|公开属性/.test(plain);
}

export function mentionsApplication(label: string): boolean {
  return APPLICATION.test(label);
}

export function namesResult(label: string): boolean {
  return RESULTS.some(({ pattern }) => pattern.test(label));
}

/** Whether a label speaks of something that is counted elsewhere (留言, 公报 …). */
export function mentionsOtherMatter(label: string): boolean {
  return !APPLICATION.test(label) && OTHER_MATTER.test(label);
}

/** @param withCarried whether the text says that 上年结转 is included */
export function applicationTopic(
  figures: ReportFigures,
  label: string,
  withCarried: boolean,
): ApplicationTopic | undefined {
  const result = resultTopic(figures, label);
  // 向自然人予以公开22件: one cell of the row, which nobody tells twice.
  if (result) return ONE_KIND.test(label) ? undefined : result;
  if (CARRIED_OUT.test(label) && !CARRIED_IN.test(label)) {
    return { name: '结转下年', kind: 'carried', readings: rowTotals(figures, '4', '结转下年度继续办理') };
  }
  if (CARRIED_IN.test(label) && (!/含|加|以及/.test(label) || ENDS_CARRIED_IN.test(label))) {
    return { name: '上年结转', kind: 'carried', readings: rowTotals(figures, '2', '上年结转') };
  }
  if (OTHER_COUNT.test(label) || mentionsOtherMatter(label) || limitedToChannel(label)) return undefined;
  const applicant = applicantTopic(figures, label);
  if (applicant) return applicant;
  const bare = label
    .replace(RECEIVED, '')
    .replace(HANDLED, '')
    .replace(CONCLUDED, '')
    .replace(CONCLUDED, '')
    .replace(FILLER, '');
  if (!APPLICATION.test(label) && bare !== '') return undefined;
  return totalTopic(figures, label, withCarried);
}

function resultTopic(figures: ReportFigures, label: string): ApplicationTopic | undefined {
  // 不予公开信息1535条 counts what was made, not what was asked for.
  if (/应公开|率|公开(?:政府)?信息数?$/.test(label)) return undefined;
  const leaves = RESULTS.slice(0, GROUPS_FROM).filter(({ pattern }) => pattern.test(label));
  const groups = RESULTS.slice(GROUPS_FROM).filter(({ pattern }) => pattern.test(label));
  // 「因国家秘密不予公开」 is the leaf, 「因不掌握等无法提供」 the group; 「予以公开及部分公开」 is both groups together.
  const named = leaves.length > 0 && !(groups.length > 0 && /等/.test(label)) ? leaves : groups;
  // 因涉及个人隐私不予公开: a cause that is no row of the form.
  if (leaves.length === 0 && /(?:因|由于)(?!政府信息公开|依申请)/.test(label)) return undefined;
  const joined = /公开(?:及|和|、|或|与)部分公开/.test(label) && !named.some(({ name }) => name === '予以公开');
  const codes = [...(joined ? ['3.1'] : []), ...named.flatMap(({ rows }) => rows(figures))];
  if (named.length === 0) return undefined;
  const name = [...(joined ? ['予以公开'] : []), ...named.map((result) => result.name)].join('、');
  const [code] = codes;
  return {
    name,
    kind: 'result',
    readings: codes.length === 1 && code ? rowTotals(figures, code, name) : cellsReading(figures, codes, name),
  };
}

/** One way of applying alone (网上收到); several ways, or 等方式, are all of them. */
export function limitedToChannel(label: string): boolean {
  const channels =
    label.match(
      /网[上络站页]|平台|系统|信函|信件|邮[寄件政递]|快递|电子邮[箱件]|当面|当场|现场|窗口|传真|线[上下]|来人|上门|口头|书面|纸质|公众号|小程序/g,
    ) ?? [];
  return channels.length > 0 && !/等|各[类种]|多种|[和、及或与].*(?:方式|渠道|途径|形式)/.test(label);
}

function applicantTopic(figures: ReportFigures, label: string): ApplicationTopic | undefined {
  const named = APPLICANTS.filter(([pattern]) => pattern.test(label));
  const [only] = named;
  if (!only || named.length !== 1) return undefined;
  const [, name, columns] = only;
  const readings = [
    ...cellsReading(figures, ['1'], `新收(${name})`, { columns }),
    ...cellsReading(figures, ['1', '2'], `新收加上年结转(${name})`, { columns }),
    ...cellsReading(figures, ['3.7'], `办理结果总计(${name})`, { columns }),
  ];
  return { name, kind: 'applicant', readings: readings.length === 3 ? readings : [] };
}

function totalTopic(figures: ReportFigures, label: string, withCarried: boolean): ApplicationTopic | undefined {
  const received = rowTotals(figures, '1', '本年新收');
  const concluded = rowTotals(figures, '3.7', '办理结果总计');
  const both = (sameScope: boolean) => cellsReading(figures, ['1', '2'], '新收加上年结转', { sameScope });
  const [takes, ends, handles] = [RECEIVED.test(label), CONCLUDED.test(label), HANDLED.test(label)];
  if (takes && !ends && !handles) {
    return { name: '收到申请', kind: 'intake', readings: [...received, ...both(withCarried)] };
  }
  // 当年申请办结79件: of those that came in this year, not of all.
  if (ends && /(?:当年|新收)[^,;。]{0,4}申请/.test(label)) return undefined;
  // Where （七）总计 is not known, that the sum of 一 and 二 is another figure says nothing.
  if (ends && !takes) {
    return {
      name: '办结申请',
      kind: 'concluded',
      readings: concluded.length > 0 ? [...concluded, ...both(false)] : [],
    };
  }
  if (takes || handles || APPLICATION.test(label)) {
    return { name: '办理申请', kind: 'handled', readings: [...both(true), ...received, ...concluded] };
  }
  return undefined;
}

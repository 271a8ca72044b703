/**
 * 规则题: sentences of the rule book with a gap. Each names its rule, whose line in RULES.md holds the answer; a test sees to it. Only what is certain by the law or
 * by the inspection is asked, nothing that a county may set otherwise.
 */
export interface RuleQuestion {
  readonly rule: string;
  readonly says: string;
  readonly right: string;
  readonly wrong: readonly [string, string, string];
  readonly basis: string;
}

const INSPECTION = '《政府网站与政务新媒体检查指标》（国办秘函〔2019〕19号）';

export const RULE_QUESTIONS: readonly RuleQuestion[] = [
  {
    rule: 'CLK-1',
    says: '不能当场答复的申请，自起算日次日起应当在多少时间以内答复？',
    right: '20个工作日',
    wrong: ['15个工作日', '30个自然日', '60个自然日'],
    basis: '《条例》第三十三条第二款',
  },
  {
    rule: 'RCV-1',
    says: '以平信、传真、电子邮件提交的申请，哪一天是收到申请之日？',
    right: '双方确认之日',
    wrong: ['申请人写信之日', '信件寄出之日', '转到承办科室之日'],
    basis: '《条例》第三十一条',
  },
  {
    rule: 'REQ-5',
    says: '申请内容不明确的，补正告知应当在收到申请之日起多少时间以内发出？',
    right: '7个工作日',
    wrong: ['3个工作日', '10个工作日', '20个工作日'],
    basis: '《条例》第三十条',
  },
  {
    rule: 'REQ-6',
    says: '要求申请人补正，可以告知几次？',
    right: '只告知一次',
    wrong: ['不超过两次', '不超过三次', '没有限制'],
    basis: '《条例》第三十条',
  },
  {
    rule: 'REQ-12',
    says: '征求第三方意见，第三方满多少时间没有答复，就不再等？',
    right: '15个工作日',
    wrong: ['5个工作日', '7个工作日', '30个工作日'],
    basis: '《条例》第三十二条',
  },
  {
    rule: 'REQ-14',
    says: '延长答复期限，应当经谁同意？',
    right: '负责人同意',
    wrong: ['承办人自己决定', '申请人同意', '保密审查员同意'],
    basis: '《条例》第三十三条第二款',
  },
  {
    rule: 'REQ-26',
    says: '邮寄送达的答复书，以哪一天为答复日？',
    right: '交邮日',
    wrong: ['签发日', '成文日', '申请人签收日'],
    basis: '国办公开办函〔2016〕235号',
  },
  {
    rule: 'REQ-38',
    says: '依第十四条至第十六条不予公开的，应当告知申请人怎样救济？',
    right: '先申请行政复议',
    wrong: ['直接提起行政诉讼', '向信访部门反映', '没有救济途径'],
    basis: '《行政复议法》第二十三条',
  },
  {
    rule: 'FEE-2',
    says: '按量收取信息处理费的，单件多少页以内不收费？',
    right: '30页',
    wrong: ['10页', '20页', '50页'],
    basis: '国办函〔2020〕109号第三条',
  },
  {
    rule: 'PUB-7',
    says: '属于主动公开范围的信息，应当自形成或者变更之日起多少时间以内公开？',
    right: '20个工作日',
    wrong: ['7个工作日', '15个工作日', '30个工作日'],
    basis: '《条例》第二十六条',
  },
  {
    rule: 'PUB-18',
    says: '政策文件公开以后，应当在多少时间以内配发解读？',
    right: '3个工作日',
    wrong: ['7个工作日', '10个工作日', '20个工作日'],
    basis: '国办发〔2016〕80号',
  },
  {
    rule: 'ENF-12',
    says: '行政许可、行政处罚自作出决定之日起多少时间以内公示？',
    right: '7个工作日',
    wrong: ['3个工作日', '15个工作日', '20个工作日'],
    basis: '国家统计局《行政处罚信息公示办法》第四条',
  },
  {
    rule: 'SUP-30',
    says: '监测一周，15秒打不开的次数累计占多少以上，为站点无法访问？',
    right: '5%',
    wrong: ['1%', '10%', '20%'],
    basis: INSPECTION,
  },
  {
    rule: 'SUP-33',
    says: '空白栏目达到几个，为单项否决？',
    right: '5个',
    wrong: ['1个', '3个', '10个'],
    basis: INSPECTION,
  },
  {
    rule: 'SUP-34',
    says: '有效留言满多久没有回应，为单项否决？',
    right: '3个月',
    wrong: ['15天', '1个月', '6个月'],
    basis: INSPECTION,
  },
  {
    rule: 'SUP-37',
    says: '政务新媒体多久没有更新，为单项否决？',
    right: '两周',
    wrong: ['三天', '一个月', '半年'],
    basis: INSPECTION,
  },
  {
    rule: 'SUP-71',
    says: '对公开工作的投诉、举报查证属实的，主管部门应当怎样处理？',
    right: '督促整改或者通报批评',
    wrong: ['登记存档即可', '转送网站维护单位', '等年度考核时一并处理'],
    basis: '《条例》第四十七条第二款',
  },
];

/**
 * 在办的申请: what lies on the desks of the demo county when a newcomer first looks, one of each kind of waiting. Days are workdays
 * before the day of loading, so that lights and ladders are those of this week.
 */
import type { CivilDate } from '../../src/statute/civil-date.ts';
import { handler, type PlayedApplication, reviewed, type Step } from '../applications/play.ts';
import { COUNTY } from '../county.ts';

export interface OpenApplication extends Omit<PlayedApplication, 'on'> {
  /** Workdays before the day of loading; at least 1. */
  readonly ago: number;
  /** @param ago the day so many workdays before the day of loading */
  readonly steps: (ago: (workdays: number) => CivilDate) => Step[];
}

/** Facts are numbered from 1; receipt is the first. */
const FIRST_PAPER = 2;

export const OPEN_APPLICATIONS: readonly OpenApplication[] = [
  {
    ago: 1,
    agencyId: COUNTY,
    channel: 'web',
    applicant: '云初晴',
    wanted: '示例县城北停车场收费标准的批复文件',
    steps: () => [],
  },
  {
    ago: 2,
    agencyId: COUNTY,
    channel: 'email',
    applicant: '谷满仓',
    wanted: '今年高标准农田建设任务分解表',
    steps: () => [],
  },
  {
    ago: 5,
    agencyId: COUNTY,
    channel: 'web',
    applicant: '禾木建材有限责任公司',
    kind: 'commercial',
    wanted: '青石镇集贸市场改造项目的中标通知书和合同',
    steps: () => [],
  },
  {
    ago: 18,
    agencyId: COUNTY,
    channel: 'counter',
    applicant: '晏清河',
    wanted: '柳湾镇供水管网改造的初步设计批复',
    steps: () => [],
  },
  {
    ago: 21,
    agencyId: COUNTY,
    channel: 'registered-post',
    applicant: '项南亭',
    wanted: '北岭乡撤并村小学的请示和批复',
    steps: () => [],
  },
  {
    ago: 10,
    agencyId: COUNTY,
    channel: 'web',
    applicant: '路遥知',
    wanted: '县道027线大修工程的施工合同和竣工验收报告',
    steps: (ago) => [
      handler({
        verb: 'sendTask',
        on: ago(8),
        to: 'transport',
        what: '请检索县道027线2023年大修工程的施工合同和竣工验收报告，有的提供全文，没有的写明检索经过。',
        dueOn: ago(2),
      }),
    ],
  },
  {
    ago: 9,
    agencyId: COUNTY,
    channel: 'web',
    applicant: '水长东',
    wanted: '关于道路的全部文件',
    steps: (ago) => [
      handler({ verb: 'askCorrection', on: ago(5), what: '请写明道路名称和所需文件的年度', workdays: 10 }),
      handler({ verb: 'recordReceived', on: ago(3), paper: FIRST_PAPER }),
    ],
  },
  {
    ago: 13,
    agencyId: COUNTY,
    channel: 'web',
    applicant: '阎如故',
    wanted: '县客运站经营权出让合同全文',
    steps: (ago) => [
      handler({ verb: 'consultThirdParty', on: ago(9), name: '合同相对方', about: '经营权出让合同全文可否公开' }),
      handler({ verb: 'recordReceived', on: ago(7), paper: FIRST_PAPER }),
    ],
  },
  {
    ago: 14,
    agencyId: COUNTY,
    channel: 'registered-post',
    applicant: '示例县明理律师事务所',
    kind: 'legalService',
    wanted: '城东片区征收补偿资金的拨付凭证',
    steps: (ago) => [
      handler({ verb: 'consultAgency', on: ago(11), name: '示例县财政局', about: '资金拨付凭证可否公开' }),
    ],
  },
  {
    ago: 15,
    agencyId: COUNTY,
    channel: 'counter',
    applicant: '游子吟',
    wanted: '2019年至2023年全部农村公路养护合同',
    steps: (ago) => [
      handler({
        verb: 'noticeFee',
        on: ago(6),
        tariff: 'pages',
        pages: 160,
        why: '一次申请五个年度的全部合同，合计160页，明显超过合理范围',
      }),
      handler({ verb: 'recordReceived', on: ago(4), paper: FIRST_PAPER }),
    ],
  },
  {
    ago: 22,
    agencyId: COUNTY,
    channel: 'web',
    applicant: '纪晓风',
    wanted: '县级储备粮轮换计划和执行情况',
    steps: (ago) => [
      {
        by: 'head',
        command: {
          verb: 'extend',
          on: ago(5),
          consentedOn: ago(6),
          workdays: 10,
          why: '材料分散在多个部门，需要逐一调取',
        },
      },
    ],
  },
  {
    ago: 16,
    agencyId: COUNTY,
    channel: 'web',
    applicant: '兰舟客',
    wanted: '老城区排水防涝工程的可行性研究报告批复',
    steps: (ago) => [
      handler({
        verb: 'draftReply',
        on: ago(2),
        outcome: 'granted',
        grounds: { provision: '随本答复书提供批复复印件一份' },
        text: '现将您申请的批复予以公开，复印件随本答复书送达。',
      }),
    ],
  },
  {
    ago: 17,
    agencyId: COUNTY,
    channel: 'registered-post',
    applicant: '易水寒',
    wanted: '1987年县办水泥厂职工名册',
    steps: (ago) => [
      handler({
        verb: 'draftReply',
        on: ago(4),
        outcome: 'notHeld',
        grounds: { searchRecord: '检索了县政府办公室1985年至1990年的纸质档案和电子目录，未查到；检索人田小禾' },
        text: '经检索，本机关没有您申请的信息。',
      }),
      ...reviewed(ago(2)),
      { by: 'signatory', command: { verb: 'sign', on: ago(1) } },
    ],
  },
  {
    ago: 19,
    agencyId: COUNTY,
    channel: 'web',
    applicant: '梅见雪',
    wanted: '全县公租房分配结果',
    steps: (ago) => [
      handler({
        verb: 'draftReply',
        on: ago(9),
        outcome: 'alreadyPublic',
        grounds: { whereToFind: '本站“信息公开目录—法定主动公开内容”栏目' },
        text: '您申请的信息已经主动公开，可以在本站查阅。',
      }),
      ...reviewed(ago(8)),
      { by: 'signatory', command: { verb: 'sign', on: ago(8) } },
      handler({
        verb: 'serve',
        on: ago(7),
        method: 'post',
        carrier: 'ems',
        tracking: '1234567890123',
        evidence: '',
      }),
      handler({
        verb: 'recordReturn',
        on: ago(2),
        paper: FIRST_PAPER + 4,
        reason: 'unclaimed',
        note: '邮政网点保管七日没有领取，电话联系上申请人，愿意到窗口领取',
      }),
    ],
  },
  {
    ago: 40,
    agencyId: COUNTY,
    channel: 'counter',
    applicant: '乔木深',
    wanted: '清河大桥检测报告',
    steps: (ago) => [
      handler({
        verb: 'draftReply',
        on: ago(30),
        outcome: 'processInformation',
        grounds: { reason: '检测报告尚在复核' },
        text: '您申请的信息属于过程性信息，不予公开。',
      }),
      ...reviewed(ago(29)),
      { by: 'signatory', command: { verb: 'sign', on: ago(28) } },
      handler({ verb: 'serve', on: ago(27), method: 'direct', receiver: 'self', evidence: '送达回证' }),
      handler({ verb: 'archive', on: ago(26) }),
    ],
  },
  {
    ago: 34,
    agencyId: COUNTY,
    channel: 'counter',
    applicant: '闻道迟',
    wanted: '关于拆迁的材料',
    steps: (ago) => [
      handler({ verb: 'askCorrection', on: ago(31), what: '请写明项目名称和所需文件的年度', workdays: 10 }),
      handler({ verb: 'recordReceived', on: ago(30), paper: FIRST_PAPER }),
    ],
  },
  {
    ago: 38,
    agencyId: COUNTY,
    channel: 'counter',
    applicant: '钱多思',
    wanted: '2015年至2024年全部政府采购合同',
    steps: (ago) => [
      handler({
        verb: 'noticeFee',
        on: ago(33),
        tariff: 'pages',
        pages: 420,
        why: '一次申请十个年度的全部合同，合计420页，明显超过合理范围',
      }),
      handler({ verb: 'recordReceived', on: ago(31), paper: FIRST_PAPER }),
    ],
  },
];

/** The 26 applications: when, by which channel, what was asked, and how each ended. Applicants are invented. */
import type { Grounds } from '../../src/requests/asks.ts';
import type { OutcomeName } from '../../src/requests/outcomes.ts';
import type { ChannelName } from '../../src/statute/receipt.ts';

/** What happens between receipt and reply. */
export type Plot = 'plain' | 'corrected' | 'thirdParty' | 'agency' | 'extended' | 'uncorrected';

export interface Story {
  readonly on: string;
  readonly channel: ChannelName;
  readonly applicant: string;
  readonly wanted: string;
  readonly plot: Plot;
  readonly outcome: OutcomeName;
  readonly grounds: Grounds;
}

const granted = (what: string): Pick<Story, 'outcome' | 'grounds'> => ({
  outcome: 'granted',
  grounds: { provision: `随本答复书提供${what}复印件一份` },
});

const notHeld = (where: string): Pick<Story, 'outcome' | 'grounds'> => ({
  outcome: 'notHeld',
  grounds: { searchRecord: `检索了${where}的纸质档案和电子文件，按名称、年度和关键词逐项查找，未查到；检索人田小禾` },
});

const otherAgency = (agency: string, phone: string): Pick<Story, 'outcome' | 'grounds'> => ({
  outcome: 'otherAgency',
  grounds: { responsibleAgency: `该信息由${agency}制作，联系电话 ${phone}` },
});

const complaint = (matter: string): Pick<Story, 'outcome' | 'grounds'> => ({
  outcome: 'complaint',
  grounds: { otherChannel: `申请的实质是要求处理${matter}，可以向县信访局提出或者拨打 12345` },
});

export const STORIES: readonly Story[] = [
  {
    on: '2024-01-08',
    channel: 'counter',
    applicant: '甘雨田',
    wanted: '2023年青石镇高标准农田建设项目的批复文件',
    plot: 'plain',
    ...granted('项目批复'),
  },
  {
    on: '2024-01-19',
    channel: 'web',
    applicant: '覃万里',
    wanted: '柳湾镇2019年集体土地征收的补偿安置方案',
    plot: 'plain',
    ...notHeld('县政府办公室和档案室'),
  },
  {
    on: '2024-02-01',
    channel: 'registered-post',
    applicant: '尉迟春',
    wanted: '要求查处邻居违法搭建并书面答复处理结果',
    plot: 'plain',
    ...complaint('邻里违法搭建'),
  },
  {
    on: '2024-02-20',
    channel: 'web',
    applicant: '屈长河',
    wanted: '2022年度县本级财政专项扶贫资金的分配文件',
    plot: 'plain',
    ...granted('资金分配文件'),
  },
  {
    on: '2024-03-04',
    channel: 'registered-post',
    applicant: '宿南山',
    wanted: '北岭乡至县城公路改建工程的用地预审意见',
    plot: 'agency',
    ...granted('用地预审意见'),
  },
  {
    on: '2024-03-11',
    channel: 'web',
    applicant: '鲜于青',
    wanted: '县政府2005年关于某砖厂关停的会议纪要',
    plot: 'plain',
    ...notHeld('1998年至2010年县政府会议'),
  },
  {
    on: '2024-03-22',
    channel: 'counter',
    applicant: '阮秋声',
    wanted: '城南小学扩建项目的规划许可',
    plot: 'plain',
    ...otherAgency('示例县自然资源局', '0000-6603301'),
  },
  {
    on: '2024-04-08',
    channel: 'web',
    applicant: '蒲清和',
    wanted: '县政府公报2023年全年合订本',
    plot: 'plain',
    outcome: 'publication',
    grounds: { whereToFind: '公报在本站“政府公报”栏目全文公开，纸质本可到县图书馆查阅' },
  },
  {
    on: '2024-04-16',
    channel: 'registered-post',
    applicant: '冉冬至',
    wanted: '要求纪检部门对村干部进行调查',
    plot: 'plain',
    ...complaint('对村干部的举报'),
  },
  {
    on: '2024-04-29',
    channel: 'web',
    applicant: '巫晚晴',
    wanted: '城区雨污分流改造工程的招标核准文件',
    plot: 'extended',
    ...granted('招标核准文件'),
  },
  {
    on: '2024-05-13',
    channel: 'web',
    applicant: '池映月',
    wanted: '某公司在本县取得采矿权时提交的出让合同',
    plot: 'thirdParty',
    ...granted('采矿权出让合同（第三方同意公开）'),
  },
  {
    on: '2024-05-20',
    channel: 'counter',
    applicant: '麦有年',
    wanted: '关于土地的文件',
    plot: 'uncorrected',
    outcome: 'uncorrected',
    grounds: {},
  },
  {
    on: '2024-05-28',
    channel: 'registered-post',
    applicant: '柯敬亭',
    wanted: '1992年县办纺织厂改制的全部材料',
    plot: 'plain',
    ...notHeld('县政府办公室移交档案馆以前的目录'),
  },
  {
    on: '2024-06-05',
    channel: 'web',
    applicant: '卓一鸣',
    wanted: '县道两侧绿化带养护的合同',
    plot: 'corrected',
    ...granted('2023年养护合同'),
  },
  {
    on: '2024-06-17',
    channel: 'web',
    applicant: '褚怀远',
    wanted: '要求解决拖欠工程款的问题',
    plot: 'plain',
    ...complaint('拖欠工程款'),
  },
  {
    on: '2024-07-01',
    channel: 'registered-post',
    applicant: '费书屏',
    wanted: '青石镇2021年危房改造户名单的批准文件',
    plot: 'plain',
    ...granted('危房改造户名单的批准文件'),
  },
  {
    on: '2024-07-15',
    channel: 'web',
    applicant: '岑秋水',
    wanted: '县城停车场特许经营协议',
    plot: 'plain',
    ...otherAgency('示例县住房和城乡建设局', '0000-6603205'),
  },
  {
    on: '2024-07-29',
    channel: 'counter',
    applicant: '桑梓安',
    wanted: '柳湾水库除险加固工程初步设计批复',
    plot: 'plain',
    ...granted('初步设计批复'),
  },
  {
    on: '2024-08-12',
    channel: 'web',
    applicant: '厉平原',
    wanted: '2018年县政府与某企业签订的框架协议',
    plot: 'plain',
    ...notHeld('2017年至2019年县政府合同'),
  },
  {
    on: '2024-08-26',
    channel: 'registered-post',
    applicant: '计东篱',
    wanted: '要求撤销某项处罚并赔偿',
    plot: 'plain',
    ...complaint('对处罚不服的申诉'),
  },
  {
    on: '2024-09-09',
    channel: 'web',
    applicant: '舒向晚',
    wanted: '全县农村公路养护资金2023年拨付文件',
    plot: 'plain',
    ...granted('拨付文件'),
  },
  {
    on: '2024-09-23',
    channel: 'web',
    applicant: '雷初九',
    wanted: '县政府关于城东片区控制性详细规划的批复',
    plot: 'extended',
    ...granted('规划批复'),
  },
  {
    on: '2024-10-14',
    channel: 'counter',
    applicant: '滕望舒',
    wanted: '北岭乡1985年林权登记的底册',
    plot: 'plain',
    ...notHeld('县政府办公室现存文书'),
  },
  {
    on: '2024-10-28',
    channel: 'registered-post',
    applicant: '容若谷',
    wanted: '某村集体资金使用明细',
    plot: 'plain',
    ...otherAgency('北岭乡人民政府', '0000-6605003'),
  },
  {
    on: '2024-11-11',
    channel: 'web',
    applicant: '侯立秋',
    wanted: '要求责令物业公司整改',
    plot: 'plain',
    ...complaint('物业服务'),
  },
  {
    on: '2024-11-22',
    channel: 'web',
    applicant: '邢玉壶',
    wanted: '2015年全县教师招聘考试的阅卷记录',
    plot: 'plain',
    ...notHeld('县政府办公室和招聘工作文件'),
  },
];

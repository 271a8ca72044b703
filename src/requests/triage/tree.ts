/**
 * 研判 [TRI-1…TRI-4]: the questions a reply is decided by, in the order in which the Regulation makes them count: what it is, whether it is clear, whether
 * it was answered before, whose it is and whether it exists, and only then whether it may be withheld, and whether all of it. Each leads to an outcome,
 * to a step that must come first, or to the next question. What a reply must then contain is told by `outcomes.ts` and `asks.ts`.
 */
import { art } from '../../statute/articles.ts';
import type { FileVerb } from '../commands.ts';
import type { OutcomeName } from '../outcomes.ts';

/** Where an answer leads. */
export type Lead =
  | { readonly to: QuestionName }
  /** 不予公开的情形 found: what is withheld if nothing can be separated from it (第三十七条). */
  | { readonly to: 'separable'; readonly exempts: OutcomeName }
  | { readonly outcome: OutcomeName }
  /** The outcome of the exemption that led here. */
  | { readonly outcome: 'asExempted' }
  /** 先办的步骤, before an outcome can be chosen. */
  | { readonly first: FileVerb; readonly says: string };

export interface TriageQuestion {
  readonly asks: string;
  /** What is meant, for who has never decided one. */
  readonly means: string;
  readonly example: string;
  readonly basis: string;
  readonly yes: Lead;
  readonly no: Lead;
}

export type QuestionName =
  | 'notInformation'
  | 'complaint'
  | 'advice'
  | 'publication'
  | 'unclear'
  | 'stillUnclear'
  | 'excessive'
  | 'reasonsGiven'
  | 'repeated'
  | 'confirmAgain'
  | 'ruledElsewhere'
  | 'notOurs'
  | 'missing'
  | 'alreadyPublic'
  | 'processing'
  | 'secret'
  | 'prohibited'
  | 'endangers'
  | 'thirdParty'
  | 'thirdPartyHeard'
  | 'thirdPartyHarm'
  | 'internal'
  | 'process'
  | 'enforcement'
  | 'separable';

export const FIRST_QUESTION: QuestionName = 'notInformation';

export const TRIAGE: Readonly<Record<QuestionName, TriageQuestion>> = {
  notInformation: {
    asks: '要的根本不是政府信息吗？',
    means: '政府信息是行政机关在履行行政管理职能过程中制作或者获取的。党务、刑事侦查、民事活动、司法审判中的材料不是。',
    example: '申请公开机关租房的民事合同纠纷判决书。',
    basis: art(2),
    yes: { outcome: 'notGovernmentInformation' },
    no: { to: 'complaint' },
  },
  complaint: {
    asks: '实质是信访、投诉、举报吗？',
    means: '要求查处某人某事、反映问题、要求履行职责的，不是要一份信息；标题写“信息公开申请”也一样。',
    example: '“请公开你局为什么不查处楼下违建，并立即拆除。”',
    basis: art(39, { paragraph: 1 }),
    yes: { outcome: 'complaint' },
    no: { to: 'advice' },
  },
  advice: {
    asks: '实质是咨询吗？',
    means: '要求解释、说明、答疑，或者确认某个做法是否合法，而不是要一份现成的材料。能当场回答的，可以一并回答。',
    example: '“请说明我这种情况能不能领补贴。”',
    basis: art(2),
    yes: { outcome: 'advice' },
    no: { to: 'publication' },
  },
  publication: {
    asks: '要求提供公报、报刊、书籍等公开出版物吗？',
    means: '告知在哪里能够取得，不用自己提供。',
    example: '“请提供2023年全年的县政府公报合订本。”',
    basis: art(39, { paragraph: 2 }),
    yes: { outcome: 'publication' },
    no: { to: 'unclear' },
  },
  unclear: {
    asks: '身份证明、联系方式不全，或者看不出要的是哪一份信息吗？',
    means:
      '收到之日起7个工作日以内可以一次告知补正，写清补什么、为什么、怎样补。超过7个工作日的不能再补正，只能与申请人沟通，按可以理解的范围答复。',
    example: '“请公开所有道路文件。”没有写哪条路、哪一年。',
    basis: art(30),
    yes: { to: 'stillUnclear' },
    no: { to: 'excessive' },
  },
  stillUnclear: {
    asks: '已经依法告知过补正，收到补正以后仍然不明确吗？',
    means: '只有告知过一次补正、也收到了补正，才能以“仍不明确”答复。没有告知过的，先发补正告知。',
    example: '补正时写“就是那条路的文件”。',
    basis: art(30),
    yes: { outcome: 'stillUnclear' },
    no: {
      first: 'askCorrection',
      says: '先发出补正告知。已经超过7个工作日的，电话释明后回到这里，按可以理解的范围继续判断。',
    },
  },
  excessive: {
    asks: '同一申请人的申请数量、频次明显超过合理范围吗？',
    means: '看看同一申请人的其他申请。一时多几件不算；要有时间和件数的事实。也可以按规定收取信息处理费。',
    example: '一个月内就同一项目提出四十件申请。',
    basis: art(35),
    yes: { to: 'reasonsGiven' },
    no: { to: 'repeated' },
  },
  reasonsGiven: {
    asks: '已经要求说明理由，而且理由不合理吗？',
    means: '必须先书面要求说明理由。理由合理但来不及答复的，确定延迟答复的期限；理由合理、来得及的，继续办理。',
    example: '说明的理由是“想要多少申请多少”。',
    basis: art(35),
    yes: { outcome: 'excessive' },
    no: { first: 'askReasons', says: '先要求说明理由；理由合理的，回到这里，对上一个问题答“否”，继续判断。' },
  },
  repeated: {
    asks: '同一申请人以前向本机关申请过同样的信息，而且已经答复过吗？',
    means: '看看同一申请人的其他申请。前一件还在办的不算重复，并在一起答复。',
    example: '去年答复过的同一份合同，又申请一次。',
    basis: art(36, { item: 6 }),
    yes: { outcome: 'repeated' },
    no: { to: 'confirmAgain' },
  },
  confirmAgain: {
    asks: '要求确认或者重新出具已经取得的信息吗？',
    means: '信息已经在申请人手里，要的是盖章确认或者再开一份。',
    example: '“请在我上次取得的复印件上盖章。”',
    basis: art(36, { item: 6 }),
    yes: { outcome: 'confirmAgain' },
    no: { to: 'ruledElsewhere' },
  },
  ruledElsewhere: {
    asks: '法律、行政法规对获取这类信息另有规定吗？',
    means: '工商登记、不动产登记资料的查询，已经移交国家档案馆的档案，都按专门的规定办。',
    example: '查询邻居房屋的不动产登记。',
    basis: art(36, { item: 7 }),
    yes: { outcome: 'administrativeQuery' },
    no: { to: 'notOurs' },
  },
  notOurs: {
    asks: '不属于本机关负责公开吗？',
    means: '谁制作谁公开；从别处获取的，由制作的机关公开。告知理由，能确定的写明机关名称和联系方式，不转办。',
    example: '向县政府申请某局作出的处罚决定。',
    basis: art(36, { item: 5 }),
    yes: { outcome: 'otherAgency' },
    no: { to: 'missing' },
  },
  missing: {
    asks: '检索以后没有找到吗？',
    means: '先检索，记下范围、方式、关键词、时间和检索人；需要别的机关帮助的，请其协办。没有检索记录的“不存在”站不住。',
    example: '1985年的批复，纸质档案和电子目录都没有。',
    basis: art(36, { item: 4 }),
    yes: { outcome: 'notHeld' },
    no: { to: 'alreadyPublic' },
  },
  alreadyPublic: {
    asks: '已经主动公开了吗？',
    means: '给出能够打开的网址或者栏目，只说“在网站上”不够。',
    example: '年度预算已经在本站公开。',
    basis: art(36, { item: 1 }),
    yes: { outcome: 'alreadyPublic' },
    no: { to: 'processing' },
  },
  processing: {
    asks: '没有现成的，需要另行汇总、加工、分析吗？',
    means: '只提供现有的信息；简单的遮盖、拆分不算加工。',
    example: '“请按村统计十年来每户的补助并作比较。”',
    basis: art(38),
    yes: { outcome: 'needsProcessing' },
    no: { to: 'secret' },
  },
  secret: {
    asks: '内容的全部或者一部分属于国家秘密吗？',
    means: '要有密级、保密期限和定密的依据；拿不准的报有关主管部门或者保密部门确定。',
    example: '标有“秘密★10年”的文件。',
    basis: art(14),
    yes: { to: 'separable', exempts: 'stateSecret' },
    no: { to: 'prohibited' },
  },
  prohibited: {
    asks: '有法律、行政法规禁止公开的内容吗？',
    means: '只能是法律或者行政法规；地方性法规、规章、文件不行。',
    example: '未成年人犯罪记录。',
    basis: art(14),
    yes: { to: 'separable', exempts: 'prohibitedByLaw' },
    no: { to: 'endangers' },
  },
  endangers: {
    asks: '有公开后可能危及国家安全、公共安全、经济安全、社会稳定的内容吗？',
    means: '要能说出危及哪一项、怎样危及，不能只写这几个字。',
    example: '重要水源地的安防布置图。',
    basis: art(14),
    yes: { to: 'separable', exempts: 'endangersSecurity' },
    no: { to: 'thirdParty' },
  },
  thirdParty: {
    asks: '有涉及商业秘密、个人隐私，公开会损害第三方合法权益的内容吗？',
    means: '不确定的也应当先征求第三方的意见。',
    example: '合同里的报价明细，补助名单里的身份证号。',
    basis: art(15),
    yes: { to: 'thirdPartyHeard' },
    no: { to: 'internal' },
  },
  thirdPartyHeard: {
    asks: '已经书面征求第三方意见，收到了意见或者满15个工作日吗？',
    means: '逾期不答的，由本机关决定，不能写“视为同意”。',
    example: '征求意见书3月11日签收，4月1日意见期满。',
    basis: art(32),
    yes: { to: 'thirdPartyHarm' },
    no: { first: 'consultThirdParty', says: '先书面征求第三方意见；这段时间不计入答复期限。' },
  },
  thirdPartyHarm: {
    asks: '公开确实会损害第三方，而且没有必须公开的公共利益吗？',
    means:
      '第三方不同意的，要看理由是否合理；同意的、理由不合理的，继续判断；不公开会对公共利益造成重大影响的，可以决定公开并书面告知第三方。',
    example: '报价明细能看出企业的成本构成。',
    basis: art(15),
    yes: { to: 'separable', exempts: 'thirdPartyRights' },
    no: { to: 'internal' },
  },
  internal: {
    asks: '有人事管理、后勤管理、内部工作流程这三类内部事务信息吗？',
    means: '可以不公开，也可以公开：对外没有影响的才算。决定公开的，答“否”。',
    example: '内部值班安排。',
    basis: art(16, { paragraph: 1 }),
    yes: { to: 'separable', exempts: 'internalAffairs' },
    no: { to: 'process' },
  },
  process: {
    asks: '有讨论记录、过程稿、磋商信函、请示报告这四类过程性信息吗？',
    means:
      '可以不公开；法律、法规、规章规定应当公开的要公开，已经作出决定的也要想想还有没有不公开的必要。决定公开的，答“否”。',
    example: '局务会议的讨论记录。',
    basis: art(16, { paragraph: 2 }),
    yes: { to: 'separable', exempts: 'processInformation' },
    no: { to: 'enforcement' },
  },
  enforcement: {
    asks: '有行政执法案卷里的信息吗？',
    means: '可以不公开；处罚决定等依法应当公开的要公开。决定公开的，答“否”。',
    example: '一起处罚案件的询问笔录。',
    basis: art(16, { paragraph: 2 }),
    yes: { to: 'separable', exempts: 'enforcementFile' },
    no: { outcome: 'granted' },
  },
  separable: {
    asks: '去掉不能公开的内容，其余的能够区分出来、单独提供吗？',
    means:
      '遮住不能公开的，提供其余的，写明遮住的是什么、为什么。其余内容里还有别的情形不能公开的，一并遮住。只有全部不能公开，或者剩下的已经没有意义，才全部不予公开。',
    example: '合同可以公开，其中的银行账号遮住。',
    basis: art(37),
    yes: { outcome: 'partlyGranted' },
    no: { outcome: 'asExempted' },
  },
};

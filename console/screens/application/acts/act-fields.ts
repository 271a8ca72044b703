/**
 * 办理动作的表单: what each verb asks the officer, beside its day. One more verb: one entry here; the compiler asks for it, since the
 * table names every verb of the contract and only fields that the verb sends.
 */
import type { ActVerb, RequestAct, RequestFileView } from '../../../../src/desk/contract.ts';
import { choicesOf } from '../../../components/choices-of.ts';
import type { ActField, Stage } from './act-field.ts';
import { answer, consult, consultation } from './consultation-fields.ts';
import { DISPATCH, paper, receiver } from './dispatch-fields.ts';
import { DISSENT } from './dissent-fields.ts';
import { FEE_NOTICE, FEE_PAYMENT, FEE_REFUND } from './fee-fields.ts';
import { PROACTIVE } from './proactive-fields.ts';
import { REVIEW } from './review-fields.ts';
import { why } from './why-field.ts';

type Sent<V extends ActVerb> = Exclude<keyof Extract<RequestAct, { verb: V }> & string, 'verb' | 'on'>;

interface FieldOf<V extends ActVerb> extends ActField {
  readonly name: Sent<V>;
}

export interface ActForm {
  /** What the day of the act is. */
  readonly day: string;
  readonly fields: readonly ActField[];
  /** For what the papers are that go into the file with the act: scans of what came in, proofs of what was done. */
  readonly files?: ActFilePurpose;
}

/** Names of purposes in the vocabulary. */
export type ActFilePurpose = 'correction' | 'opinion' | 'evidence';

type Forms = {
  readonly [V in ActVerb]: Omit<ActForm, 'fields'> & { readonly fields: readonly FieldOf<V>[] };
};

/** Which task, of those a verb is about. */
const task = (which: (task: RequestFileView['tasks'][number]) => boolean) =>
  ({
    name: 'task',
    term: '哪一项协办',
    kind: 'choice',
    numbered: true,
    choices: ({ file }: Stage) =>
      file.tasks
        .filter(which)
        .map(({ n, name, what, state }) => ({ value: String(n), term: `${name}（${state}）：${what.slice(0, 20)}` })),
  }) as const satisfies ActField;

export const ACT_FORMS: Forms = {
  confirmReceipt: {
    day: '双方确认之日',
    fields: [{ ...why('迟延确认的原因', '到达后满两个工作日才确认的，写明原因'), optional: true }],
  },
  askCorrection: {
    day: '补正告知发出日',
    fields: [
      { name: 'what', term: '需要补正的事项', kind: 'long', hint: '只能告知一次：写清补什么、为什么、怎样补' },
      { name: 'workdays', term: '补正期限', kind: 'count', unit: '个工作日，自申请人收到之日起', initial: '10' },
    ],
  },
  receiveCorrection: {
    day: '收到补正之日',
    files: 'correction',
    fields: [
      { name: 'what', term: '补正后的申请内容', kind: 'long' },
      { ...why('逾期的正当理由', '补正期满以后才收到的必须写明'), optional: true },
    ],
  },
  consultThirdParty: consult('第三方'),
  recordThirdPartyAnswer: answer('third-party'),
  consultCoProducer: consult('共同制作的机关'),
  recordCoProducerAnswer: answer('co-producer'),
  consultAgency: consult('被征求意见的机关'),
  recordAgencyAnswer: answer('agency'),
  withdrawConsultation: { day: '撤回之日', fields: [consultation(), why('撤回的原因')] },
  confirmSilence: {
    day: '确认之日',
    fields: [consultation()],
  },
  sendTask: {
    day: '协办函发出日',
    fields: [
      {
        name: 'to',
        term: '协办机关',
        kind: 'choice',
        choices: ({ file, words }) =>
          words.agenciesAsked
            .filter(({ term }) => term !== file.line.agency)
            .map(({ name, term }) => ({ value: name, term })),
      },
      {
        name: 'what',
        term: '请对方做什么',
        kind: 'long',
        hint: '写到对方不看申请也能办：检索什么、提供什么、哪个时间段。对方看不到申请人是谁',
      },
      {
        name: 'dueOn',
        term: '协办期限',
        kind: 'day',
        ahead: true,
        initialOf: ({ file }) => file.usualTaskDay ?? '',
        hint: '条例没有规定，按设置的工作日数给出，可以另定；要给拟写、审核、签发留出时间',
      },
    ],
  },
  returnTask: {
    day: '退回之日',
    fields: [
      task(({ waitsFor }) => waitsFor === 'asking'),
      why('还缺什么'),
      {
        name: 'dueOn',
        term: '新的协办期限',
        kind: 'day',
        ahead: true,
        initialOf: ({ file }) => file.usualTaskDay ?? '',
      },
    ],
  },
  acceptTask: { day: '确认之日', fields: [task(({ waitsFor }) => waitsFor === 'asking')] },
  remindTask: { day: '催办之日', fields: [task(({ waitsFor }) => waitsFor === 'asked')] },
  withdrawTask: { day: '撤回之日', fields: [task(({ waitsFor }) => waitsFor !== null), why('撤回的原因')] },
  extend: {
    day: '告知申请人之日',
    fields: [
      { name: 'consentedOn', term: '负责人同意之日', kind: 'day' },
      { name: 'workdays', term: '延长', kind: 'count', unit: '个工作日，最长 20 个', initial: '20' },
      why('延长的理由', '告知书要用'),
    ],
  },
  askReasons: { day: '要求说明理由之日', fields: [why('数量、频次的事实', '写明申请了多少件、在多长时间里')] },
  delay: {
    day: '告知申请人之日',
    fields: [
      { name: 'to', term: '确定的答复日期', kind: 'day', ahead: true },
      why('理由', '写明理由为什么合理、为什么无法按期答复'),
    ],
  },
  noticeFee: {
    day: '收费通知发出日',
    fields: FEE_NOTICE,
  },
  recordPayment: {
    day: '缴清之日',
    files: 'evidence',
    fields: FEE_PAYMENT,
  },
  withdrawFeeNotice: { day: '撤回之日', fields: [why('撤回的原因')] },
  recordRefund: { day: '退费之日', files: 'evidence', fields: FEE_REFUND },
  disputeFee: {
    day: '提出异议之日',
    files: 'evidence',
    fields: [{ name: 'words', term: '异议的内容和理由', kind: 'long' }],
  },
  answerFeeDispute: {
    day: '答复异议之日',
    fields: [
      { name: 'words', term: '维持收费的理由', kind: 'long', hint: '申请人在进度页看到；异议成立的，请撤回收费通知' },
    ],
  },
  // The outcome and what it asks for have a form of their own (`draft-fields.tsx`).
  draftReply: { day: '拟写之日', fields: [] },
  legalCheck: { day: '审核之日', fields: [{ ...why('审核意见', '没有意见的可以不写'), optional: true }] },
  secrecyCheck: { day: '审查之日', fields: [{ ...why('审查意见', '没有意见的可以不写'), optional: true }] },
  skipReview: { day: '决定之日', fields: [why('不经审核的理由', '理由留在卷内，审计员能看到')] },
  // Which find it is stands where the form does, beside the attachment.
  clearFinding: {
    day: '判定之日',
    fields: [
      { name: 'file', term: '附件', kind: 'text' },
      { name: 'finding', term: '查出的', kind: 'text' },
      why('为什么可以提供', '例如：批注是审签意见，申请的就是它；号码是申请人自己的。签发人签发时看得到'),
    ],
  },
  returnDraft: { day: '退回之日', fields: [why('退回修改的原因')] },
  sign: { day: '签发之日', fields: [] },
  settleDissent: { day: '决定或者告知第三方之日', files: 'evidence', fields: DISSENT },
  serve: { day: '送达之日', files: 'evidence', fields: DISPATCH },
  recordReceived: { day: '对方收到之日', files: 'evidence', fields: [paper(({ returned }) => !returned), receiver] },
  recordReturn: {
    day: '退件回到本机关之日',
    files: 'evidence',
    fields: [
      paper(({ returned }) => !returned),
      {
        name: 'reason',
        term: '退回的原因',
        kind: 'choice',
        initial: 'unknown',
        choices: ({ words }) => choicesOf(words.returnReasons),
      },
      {
        name: 'note',
        term: '说明',
        kind: 'long',
        optional: true,
        hint: '例如退件上的批注、联系申请人核对地址的经过',
      },
    ],
  },
  serveAgain: { day: '再次送达之日', files: 'evidence', fields: [paper(({ returned }) => returned), ...DISPATCH] },
  recordContact: {
    day: '联系之日',
    files: 'evidence',
    fields: [
      {
        name: 'way',
        term: '方式',
        kind: 'choice',
        initial: 'phone',
        choices: () => [
          { value: 'phone', term: '电话' },
          { value: 'visit', term: '当面' },
          { value: 'message', term: '短信或者邮件' },
          { value: 'letter', term: '信函' },
        ],
      },
      {
        name: 'reached',
        term: '是否联系上',
        kind: 'choice',
        yesNo: true,
        initial: 'yes',
        choices: () => [
          { value: 'yes', term: '联系上了' },
          { value: 'no', term: '没有联系上' },
        ],
      },
      { name: 'result', term: '结果', kind: 'long', hint: '说了什么，或者为什么没有联系上' },
    ],
  },
  addNote: { day: '备注之日', fields: [{ name: 'text', term: '备注', kind: 'long', hint: '不给申请人，不进文书' }] },
  withdraw: {
    day: '撤回或者终结之日',
    files: 'evidence',
    fields: [
      {
        name: 'outcome',
        term: '原因',
        kind: 'choice',
        initial: 'withdrawn',
        choices: () => [
          { value: 'withdrawn', term: '申请人撤回' },
          { value: 'ended', term: '申请人死亡或者终止，无人继受' },
        ],
      },
      why('经过', '以便日后核对'),
    ],
  },
  abandonUncorrected: {
    day: '认定之日',
    fields: [why('没有正当理由的依据', '先核对收发、窗口有没有收到还没有登记的补正件；写明联系申请人的经过')],
  },
  abandonUnpaid: { day: '认定之日', fields: [why('核对缴费情况的经过')] },
  archive: { day: '归档之日', fields: [] },
  redoReply: {
    day: '重新办理之日',
    fields: [
      {
        name: 'remedyId',
        term: '哪一个案件',
        kind: 'choice',
        choices: ({ file }) => file.mayRedo.map(({ name, term }) => ({ value: name, term })),
      },
      why('原答复错在哪里、这次要改什么', '承办人据此办理；留在卷内，不给申请人'),
    ],
  },
  reviewRefusal: { day: '评估之日', fields: REVIEW },
  suggestProactive: {
    day: '建议之日',
    fields: [why('理由', '涉及公众利益调整、需要公众广泛知晓或者参与决策；不要写申请人')],
  },
  decideProactive: { day: '决定之日', fields: PROACTIVE },
};

/** 征集调查 of these weeks: one that is open, a survey that is open, and one whose result is out. */
import type { AdoptionName } from '../../src/interaction/consultations/adoption.ts';
import type { ConsultationText, PublicConsultation } from '../../src/interaction/consultations/consultation.ts';
import type { Answers, Question } from '../../src/interaction/consultations/questions.ts';
import { consultationStairs } from '../../src/interaction/store/consultation-stairs.ts';
import { opinionStairs } from '../../src/interaction/store/opinion-stairs.ts';
import { type Actor, PUBLIC } from '../../src/people/actor.ts';
import type { KeyRing } from '../../src/platform/key-file.ts';
import { addDays, type CivilDate } from '../../src/statute/civil-date.ts';
import { OFFICE } from '../county.ts';
import { type Act, momentOf, type Stage } from '../replay.ts';

const MARKET: ConsultationText = {
  form: 'opinions',
  title: '关于《示例县集贸市场管理办法（征求意见稿）》公开征求意见',
  explanation:
    '为了规范集贸市场经营秩序，保障食品安全和交通畅通，县市场监管部门起草了本办法。\n主要内容：开办者的责任、经营者的守则、早市夜市的时段、收费公示。\n依据：《优化营商环境条例》《市场主体登记管理条例》。',
  draft:
    '第一条 为了规范集贸市场管理，维护经营者和消费者的合法权益，制定本办法。\n第二条 本县行政区域内集贸市场的开办、经营和监督管理，适用本办法。\n第三条 市场开办者应当公示摊位费标准，不得另行收取未公示的费用。\n第四条 早市经营时间为五时至八时三十分，夜市经营时间为十八时至二十三时。\n第五条 经营者应当保持摊位整洁，食品经营者应当公示健康证明。',
  questions: [],
  otherWays: '来信寄县市场监督管理局，信封注明“征求意见”；电话 0000-6601306。',
  matter: 'market',
  days: 30,
  whyShorter: '',
};
const PARKING: ConsultationText = {
  ...MARKET,
  title: '关于《示例县城区停车收费方案（征求意见稿）》公开征求意见',
  explanation: '城区停车位周转慢，群众反映停车难。县发展改革部门会同城管、公安部门起草了收费方案。',
  draft:
    '一、城区道路停车位前三十分钟免费。\n二、超过三十分钟的，每小时三元，每日最高二十元。\n三、夜间二十一时至次日七时免费。',
  matter: 'decision',
};
const question = (key: string, says: string, change: Partial<Question>): Question => ({
  ...{ key, says, kind: 'single', required: true, options: [], rows: [], showIf: null, ...change },
});
const BUS: ConsultationText = {
  ...MARKET,
  form: 'survey',
  title: '农村客运线路调整问卷',
  explanation: '农村客运线路拟在冬季调整。请用三分钟回答几个问题，结果用来确定班次和站点。',
  draft: '',
  matter: 'other',
  days: 20,
  questions: [
    question('q1', '您平时坐农村客运吗？', { options: ['经常坐', '有时坐', '不坐'] }),
    question('q2', '主要坐去做什么？', {
      kind: 'multiple',
      options: ['上学', '看病', '赶集', '上班', '其他'],
      showIf: { question: 'q1', options: [0, 1] },
    }),
    question('q3', '现在的服务打几分？', { kind: 'scale', showIf: { question: 'q1', options: [0, 1] } }),
    question('q4', '下面的时段需要增加班次吗？', {
      kind: 'matrix',
      rows: ['早上七时以前', '中午', '晚上六时以后'],
      options: ['需要', '不需要'],
    }),
    question('q5', '还有什么建议？', { kind: 'text', required: false }),
    question('q6', '有站点的照片或者图，可以交来', { kind: 'file', required: false }),
  ],
};

const OPINIONS: readonly (readonly [body: string, gist: string, AdoptionName, reply: string])[] = [
  [
    '前三十分钟免费太短，接孩子放学都不够，建议改成一小时。',
    '免费时间由三十分钟延长到一小时',
    'adopted',
    '采纳，免费时间改为一小时。',
  ],
  [
    '医院门口停车都是看病的，能不能不收费？',
    '医院门前停车位不收费',
    'partly',
    '部分采纳：持当日就诊凭证的四小时以内免费，其余时间仍按标准收费，以保证周转。',
  ],
  [
    '免费时间应该长一点，办事排队就要半个多小时。',
    '免费时间由三十分钟延长到一小时',
    'adopted',
    '采纳，免费时间改为一小时。',
  ],
  ['一律不要收费。', '取消收费', 'declined', '没有采纳：不收费难以解决长时间占用车位的问题，收费收入全部上缴财政。'],
];

export function consultationActs(today: CivilDate, writer: Actor, checker: Actor, keys: KeyRing): Act[] {
  const before = (days: number) => addDays(today, -days);
  const opinion = opinionStairs(keys);
  /** Drafted, handed in and passed on one day; what follows finds it by its story. */
  const opened = (text: ConsultationText, on: CivilDate, story: { made?: PublicConsultation }): Act => ({
    at: momentOf(on, 9 * 60 + 30),
    async run(stage) {
      const { consultation } = await stage.perform(consultationStairs, writer, {
        verb: 'draft',
        agencyId: OFFICE,
        text,
      });
      const own = { consultationId: consultation.id } as const;
      await stage.perform(consultationStairs, writer, { verb: 'submit', ...own });
      const passed = { verb: 'check', ...own, passed: true, opinion: '' } as const;
      story.made = (await stage.perform(consultationStairs, checker, passed)).consultation;
    },
  });
  const send = (stage: Stage, id: string, n: number, body: string, answers: Answers) =>
    stage.perform(opinion, PUBLIC, {
      ...{ verb: 'send', consultationId: id, body, answers, files: [], writer: { name: '', phone: '', email: '' } },
      ...{ formHash: `demo ${id} ${n}`, visitorDigest: body === '' ? `demo ${n}` : null },
      ...{ code: body === '' ? '' : 'DEMO', codeDigest: '' },
    });
  const market: { made?: PublicConsultation } = {};
  const parking: { made?: PublicConsultation } = {};
  const bus: { made?: PublicConsultation } = {};
  return [
    opened(PARKING, before(75), parking),
    {
      at: momentOf(before(60), 14 * 60),
      async run(stage) {
        for (const [n, [body]] of OPINIONS.entries()) await send(stage, parking.made!.id, n, body, {});
      },
    },
    {
      at: momentOf(before(25), 10 * 60),
      async run(stage) {
        const own = { consultationId: parking.made!.id } as const;
        for (const [body, gist, adoption, reply] of OPINIONS) {
          const found = stage.tx.selectFrom('public_opinions').select('id').where('body', '=', body);
          const opinionIds = (await found.execute()).map(({ id }) => id);
          await stage.perform(consultationStairs, writer, { verb: 'reply', ...own, opinionIds, adoption, reply, gist });
        }
        const outcome = `收到意见${OPINIONS.length}条，采纳2条，部分采纳1条，未采纳1条。方案已经按采纳的意见修改，提请县政府常务会议审议。`;
        await stage.perform(consultationStairs, writer, { verb: 'summarize', ...own, outcome });
        await stage.perform(consultationStairs, checker, { verb: 'approve', ...own, passed: true, opinion: '' });
      },
    },
    opened(MARKET, before(8), market),
    opened(BUS, before(5), bus),
    {
      at: momentOf(before(2), 15 * 60),
      async run(stage) {
        await send(stage, market.made!.id, 0, '早市八点半就收，上班的人买不到菜，建议延长到九点。', {});
        for (let n = 0; n < 24; n += 1) {
          const rides = n % 6 === 5 ? 2 : n % 2;
          const used: Answers = rides === 2 ? {} : { q2: n % 3 === 0 ? [1, 2] : [n % 4], q3: [1 + (n % 4)] };
          await send(stage, bus.made!.id, n, '', { q1: [rides], ...used, q4: [n % 2, 1, n % 3 === 0 ? 1 : 0] });
        }
      },
    },
  ];
}

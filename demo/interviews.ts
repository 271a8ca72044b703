/** 在线访谈: one that is over, with its transcript, and one that is announced, with a question that waits for a person. */
import type { InterviewAct } from '../src/interaction/interviews/commands.ts';
import type { Speaker } from '../src/interaction/interviews/interview.ts';
import { interviewStairs } from '../src/interaction/store/interview-stairs.ts';
import { type Actor, PUBLIC } from '../src/people/actor.ts';
import { addDays, type CivilDate } from '../src/statute/civil-date.ts';
import { OFFICE } from './county.ts';
import type { Desk } from './publications/acts.ts';
import { type Act, momentOf } from './replay.ts';

type Told = InterviewAct extends infer A ? (A extends InterviewAct ? Omit<A, 'interviewId'> : never) : never;

/** Minutes after nine; who; what. */
const SAID: readonly (readonly [minute: number, speaker: Speaker, text: string, answers?: true])[] = [
  [30, 'host', '各位网友，大家好。今天请县住房和城乡建设局局长沈安居，谈谈冬季供暖。'],
  [32, 'guest', '大家好。今年的供暖准备已经完成，换热站检修了四十六座，更换老旧管网十二公里。'],
  [36, 'guest', '先报修：拨打供热单位的服务电话，两小时内上门测温。不达标的，按日退还热费。', true],
  [44, 'host', '有网友关心停暖以后怎样退费，请沈局长说明。'],
  [46, 'guest', '停暖的天数由供热单位记录，供暖季结束以后一个月内退到缴费账户，不用申请。'],
  [58, 'host', '感谢沈局长，也感谢各位网友。没有来得及回答的提问，由承办单位书面答复。'],
];

export function interviewsOfToday(today: CivilDate, { editor, publisher }: Desk): Act[] {
  return [...heldActs(addDays(today, -12), editor, publisher), ...comingActs(today, editor, publisher)];
}

function heldActs(day: CivilDate, editor: Actor, publisher: Actor): Act[] {
  const play = playOf(editor, publisher, {
    title: '冬季供暖怎么办',
    guest: '沈安居',
    guestPost: '示例县住房和城乡建设局局长',
    intro: '谈今年的供暖安排、报修和退费，回答网友提问。',
    ...{ plannedOn: day, plannedAt: '09:30' },
  });
  let asked = 0;
  return [
    ...play.notice(addDays(day, -6)),
    play.ask(addDays(day, -3), '家里温度达不到十八度，应当找谁？', 'demo-interview-question-1'),
    play.act(addDays(day, -3), 600, editor, async ({ questions }) => ({
      verb: 'admit',
      questionId: questions[0]!,
      text: '家里温度达不到十八度，应当找谁？',
    })),
    play.act(day, 9 * 60 + 29, editor, async ({ facts }) => {
      asked = facts.find(({ type }) => type === 'questionAdmitted')!.n;
      return { verb: 'begin' };
    }),
    ...SAID.map(([minute, speaker, text, answers], i) =>
      play.act(day, 9 * 60 + minute, editor, async () => ({
        ...{ verb: 'say', speaker, text, once: `demo-interview-${i}`, answers: answers ? asked : null },
      })),
    ),
    play.act(day, 10 * 60, editor, async () => ({ verb: 'end' })),
  ];
}

function comingActs(today: CivilDate, editor: Actor, publisher: Actor): Act[] {
  const play = playOf(editor, publisher, {
    title: '义务教育招生片区怎样划分',
    guest: '秦育才',
    guestPost: '示例县教育局局长',
    intro: '谈明年义务教育招生片区的划分办法和入学条件，提前征集网友提问。',
    ...{ plannedOn: addDays(today, 7), plannedAt: '15:00' },
  });
  return [
    ...play.notice(addDays(today, -2)),
    play.ask(addDays(today, -1), '租房的家庭，孩子在哪里入学？', 'demo-interview-question-2'),
  ];
}

interface Known {
  readonly questions: readonly string[];
  readonly facts: readonly { readonly n: number; readonly type: string }[];
}

function playOf(editor: Actor, publisher: Actor, notice: Parameters<typeof draftOf>[0]) {
  let interviewId = '';
  const known: { questions: string[]; facts: Known['facts'] } = { questions: [], facts: [] };
  const act = (day: CivilDate, minute: number, actor: Actor, told: (known: Known) => Promise<Told>): Act => ({
    at: momentOf(day, minute),
    run: async (stage) => {
      const command = { ...(await told(known)), interviewId } as InterviewAct;
      known.facts = (await stage.perform(interviewStairs, actor, command)).facts;
    },
  });
  return {
    act,
    notice: (day: CivilDate): Act[] => [
      {
        at: momentOf(day, 540),
        run: async (stage) => {
          interviewId = (await stage.perform(interviewStairs, editor, draftOf(notice))).interview.id;
        },
      },
      act(day, 560, editor, async () => ({ verb: 'submit', seen: 1 })),
      act(day, 580, publisher, async () => ({ verb: 'check', seen: 1, passed: true, opinion: '' })),
    ],
    ask: (day: CivilDate, text: string, formHash: string): Act => ({
      at: momentOf(day, 590),
      run: async (stage) => {
        const command = { verb: 'ask', interviewId, text, formHash } as const;
        known.questions.push((await stage.perform(interviewStairs, PUBLIC, command)).question!.id);
      },
    }),
  };
}

function draftOf(notice: {
  readonly title: string;
  readonly guest: string;
  readonly guestPost: string;
  readonly intro: string;
  readonly plannedOn: CivilDate;
  readonly plannedAt: string;
}) {
  return { verb: 'draft', agencyId: OFFICE, notice } as const;
}

/** 培训: two of the year that is told, and one of these weeks whose quiz some have answered. */
import type { Actor } from '../src/people/actor.ts';
import { addDays, type CivilDate, civil } from '../src/statute/civil-date.ts';
import { answerStairs, planTrainingStairs, trainingStairs } from '../src/supervision/store/training-stairs.ts';
import { COUNTY, OFFICERS } from './county.ts';
import { type Act, momentOf, type Stage } from './replay.ts';

const EVERYBODY = OFFICERS.map(({ id }) => id);

interface Course {
  readonly title: string;
  readonly content: string;
  readonly lecturer: string;
  readonly plannedOn: CivilDate;
  readonly guests: number;
}

const OF_THE_YEAR: readonly Course[] = [
  {
    title: '政府信息公开条例专题培训',
    content: '依申请公开的登记、补正、征求意见和答复；年度报告三张表怎样填。',
    lecturer: '县司法局',
    plannedOn: civil('2024-04-18'),
    guests: 46,
  },
  {
    title: '政府网站和政务新媒体检查指标培训',
    content: '单项否决指标、日常巡查、错链和错别字的整改。',
    lecturer: '县政府办公室政务公开股',
    plannedOn: civil('2024-10-24'),
    guests: 51,
  },
];

export function yearOfTrainings(head: Actor): Act[] {
  return OF_THE_YEAR.flatMap((course) => trainingActs(course, course.plannedOn, head));
}

/** Held last week; two have answered, one of them not well. */
export function trainingsOfToday(today: CivilDate, head: Actor, takers: readonly [Actor, Actor]): Act[] {
  const plannedOn = addDays(today, -8);
  const course = {
    ...{ title: '政务公开业务培训', content: '本季度监测查到的问题怎样改；公示里的个人信息怎样遮。' },
    ...{ lecturer: '县政府办公室政务公开股', plannedOn, guests: 23 },
  };
  let trainingId = '';
  const known = (id: string) => {
    trainingId = id;
  };
  const dueOn = addDays(today, 12);
  return [
    ...trainingActs(course, plannedOn, head, known),
    {
      at: momentOf(addDays(today, -7), 9 * 60),
      run: async (stage) => {
        const { quiz } = await stage.perform(trainingStairs, head, { verb: 'drawQuiz', trainingId, count: 10, dueOn });
        const right = quiz!.questions.map((one) => one.right);
        await answer(stage, takers[0], trainingId, quiz!.id, right);
        const worse = right.map((one, n) => (n % 4 === 0 ? [(one[0]! + 1) % quiz!.questions[n]!.options.length] : one));
        await answer(stage, takers[1], trainingId, quiz!.id, worse);
      },
    },
    ...trainingActs(
      {
        ...{ title: '年度报告编制培训', content: '正文里的数、三张表的勾稽、常见的不一致。' },
        ...{ lecturer: '县政府办公室政务公开股', plannedOn: addDays(today, 24), guests: 0 },
      },
      null,
      head,
    ),
  ];
}

function trainingActs(
  { guests, ...course }: Course,
  heldOn: CivilDate | null,
  head: Actor,
  known: (id: string) => void = () => {},
): Act[] {
  let trainingId = '';
  const planned = addDays(course.plannedOn, -30);
  return [
    {
      at: momentOf(planned, 15 * 60),
      run: async (stage) => {
        const command = { verb: 'planTraining', agencyId: COUNTY, place: '县政务中心三楼会议室', ...course } as const;
        trainingId = (await stage.perform(planTrainingStairs, head, { ...command, invited: EVERYBODY })).id;
        known(trainingId);
      },
    },
    ...(heldOn === null
      ? []
      : [
          {
            at: momentOf(heldOn, 17 * 60),
            run: async (stage: Stage) => {
              const attended = EVERYBODY.filter((_, n) => n % 6 !== 5);
              await stage.perform(trainingStairs, head, { verb: 'hold', trainingId, heldOn, attended, guests });
            },
          },
        ]),
  ];
}

async function answer(
  stage: Stage,
  who: Actor,
  trainingId: string,
  quizId: string,
  choices: readonly (readonly number[])[],
): Promise<void> {
  await stage.perform(answerStairs, who, { verb: 'answerQuiz', trainingId, quizId, choices });
}

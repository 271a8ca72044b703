/** What the console may send about 培训. */
import { type Static, Type } from 'typebox';
import { QUIZ_SIZES } from '../../supervision/training/quiz.ts';
import { LONGEST_TRAINING, MOST_PERSONS } from '../../supervision/training/training.ts';
import { Day } from '../civil-day.ts';

const Words = (maxLength: number) => Type.String({ maxLength });
const Id = Words(100);
const Persons = Type.Array(Id, { maxItems: MOST_PERSONS });
const closed = { additionalProperties: false };

export const TrainingQuerySchema = Type.Object(
  { year: Type.Optional(Type.Integer({ minimum: 2008, maximum: 2100 })) },
  closed,
);
export type TrainingQuery = Static<typeof TrainingQuerySchema>;

export const NewTrainingSchema = Type.Object(
  {
    agencyId: Id,
    title: Words(LONGEST_TRAINING.title),
    content: Words(LONGEST_TRAINING.content),
    lecturer: Words(LONGEST_TRAINING.lecturer),
    place: Words(LONGEST_TRAINING.place),
    plannedOn: Day,
    invited: Persons,
  },
  closed,
);
export type NewTraining = Static<typeof NewTrainingSchema>;

/** `seen`: the version the officer had before him. */
export const TrainingActSentSchema = Type.Object(
  {
    seen: Type.Integer({ minimum: 0 }),
    act: Type.Union([
      Type.Object({ verb: Type.Literal('invite'), invited: Persons, plannedOn: Day }, closed),
      Type.Object(
        {
          verb: Type.Literal('hold'),
          heldOn: Day,
          attended: Persons,
          guests: Type.Integer({ minimum: 0, maximum: 10_000 }),
        },
        closed,
      ),
      Type.Object(
        {
          verb: Type.Literal('drawQuiz'),
          count: Type.Integer({ minimum: QUIZ_SIZES.least, maximum: QUIZ_SIZES.most }),
          dueOn: Day,
        },
        closed,
      ),
      Type.Object({ verb: Type.Literal('cancelTraining'), because: Words(LONGEST_TRAINING.because) }, closed),
    ]),
  },
  closed,
);
export type TrainingActSent = Static<typeof TrainingActSentSchema>;
export type TrainingActBody = TrainingActSent['act'];

export const QuizAnswerSchema = Type.Object(
  {
    quizId: Id,
    choices: Type.Array(Type.Array(Type.Integer({ minimum: 0, maximum: 20 }), { maxItems: 10 }), {
      maxItems: QUIZ_SIZES.most,
    }),
  },
  closed,
);
export type QuizAnswer = Static<typeof QuizAnswerSchema>;

/** What the console may send for each verb on an application: the commands of `requests/commands.ts` as schemas. */
import { type Static, type TSchema, Type } from 'typebox';
import { GROUNDS, type Grounds } from '../../requests/asks.ts';
import { CONTACT_WAYS } from '../../requests/decide/record-contact.ts';
import { ARRIVALS, CARRIERS, RECEIVERS } from '../../requests/dispatch.ts';
import { DISSENT_GROUNDS } from '../../requests/dissent.ts';
import { MOST_JOINT } from '../../requests/fees/joint-notice.ts';
import { REFUND_CAUSES } from '../../requests/fees/payments.ts';
import { REVIEW_VERDICTS } from '../../requests/refusal-review.ts';
import { RETURN_REASONS } from '../../requests/returned-mail.ts';
import { SERVICE_METHODS } from '../../requests/service-methods.ts';
import { Day } from '../civil-day.ts';

const Words = Type.String({ maxLength: 20_000 });
const Short = Type.String({ maxLength: 500 });
const Count = Type.Integer({ minimum: 0, maximum: 1_000_000 });
const Paper = Type.Integer({ minimum: 1 });
const GroundsGiven = Type.Unsafe<Grounds>(
  Type.Object(Object.fromEntries(Object.keys(GROUNDS).map((name) => [name, Type.Optional(Words)])), {
    additionalProperties: false,
  }),
);

/** 研判: the answers in their order, and why the draft does not follow them. */
const JudgementGiven = Type.Object(
  {
    answers: Type.Array(Type.Object({ question: Short, yes: Type.Boolean() }, { additionalProperties: false }), {
      minItems: 1,
      maxItems: 50,
    }),
    why: Type.Optional(Words),
  },
  { additionalProperties: false },
);

const act = <V extends string, P extends Record<string, TSchema>>(verb: V, particulars: P) =>
  Type.Object({ verb: Type.Literal(verb), on: Day, ...particulars }, { additionalProperties: false });

const named = <Name extends string>(table: Readonly<Record<Name, unknown>>) =>
  Type.Union((Object.keys(table) as Name[]).map((name) => Type.Literal(name)));

export const DISPATCH = {
  method: named(SERVICE_METHODS),
  carrier: Type.Optional(named(CARRIERS)),
  tracking: Type.Optional(Type.String({ maxLength: 100 })),
  receiver: Type.Optional(named(RECEIVERS)),
  arrival: Type.Optional(named(ARRIVALS)),
  evidence: Words,
};

const answer = <V extends string>(verb: V) =>
  act(verb, {
    consultation: Paper,
    opinion: Type.Union([Type.Literal('agrees'), Type.Literal('disagrees'), Type.Literal('agreesInPart')]),
    why: Words,
  });

export const RequestActSchema = Type.Union([
  act('confirmReceipt', { why: Words }),
  act('askCorrection', { what: Words, workdays: Count }),
  act('receiveCorrection', { what: Words, why: Words }),
  act('consultThirdParty', { name: Short, about: Words }),
  answer('recordThirdPartyAnswer'),
  act('consultCoProducer', { name: Short, about: Words }),
  answer('recordCoProducerAnswer'),
  act('consultAgency', { name: Short, about: Words }),
  answer('recordAgencyAnswer'),
  act('withdrawConsultation', { consultation: Paper, why: Words }),
  act('confirmSilence', { consultation: Paper }),
  act('sendTask', { to: Short, what: Words, dueOn: Day }),
  act('returnTask', { task: Paper, why: Words, dueOn: Day }),
  act('acceptTask', { task: Paper }),
  act('remindTask', { task: Paper }),
  act('withdrawTask', { task: Paper, why: Words }),
  act('extend', { consentedOn: Day, workdays: Count, why: Words }),
  act('askReasons', { why: Words }),
  act('delay', { to: Day, why: Words }),
  act('noticeFee', {
    tariff: Type.Union([Type.Literal('items'), Type.Literal('pages')]),
    place: Type.Optional(Count),
    deviation: Type.Optional(Words),
    split: Type.Optional(Words),
    pages: Type.Optional(Count),
    choice: Type.Optional(Words),
    why: Words,
  }),
  act('recordPayment', { yuan: Count, receipt: Short, named: Type.Optional(Words) }),
  act('withdrawFeeNotice', { why: Words }),
  act('recordRefund', {
    cause: named(REFUND_CAUSES),
    came: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000_000 })),
    cameOn: Type.Optional(Day),
    pages: Type.Optional(Count),
    receipt: Type.Optional(Short),
    number: Short,
    note: Words,
  }),
  act('disputeFee', { words: Words }),
  act('answerFeeDispute', { words: Words }),
  act('draftReply', {
    outcome: Short,
    grounds: GroundsGiven,
    judgement: Type.Optional(JudgementGiven),
    text: Words,
    parts: Type.Optional(
      Type.Array(
        Type.Object(
          { what: Short, outcome: Short, grounds: GroundsGiven, judgement: Type.Optional(JudgementGiven) },
          { additionalProperties: false },
        ),
        { maxItems: 20 },
      ),
    ),
    why: Type.Optional(Words),
  }),
  act('legalCheck', { why: Words }),
  act('secrecyCheck', { why: Words }),
  act('skipReview', { why: Words }),
  act('clearFinding', {
    file: Type.String({ maxLength: 64 }),
    finding: Type.String({ maxLength: 64 }),
    why: Words,
  }),
  act('returnDraft', { why: Words }),
  act('sign', {}),
  act('settleDissent', { consultation: Paper, ground: named(DISSENT_GROUNDS), what: Words, why: Words }),
  act('serve', DISPATCH),
  act('recordReceived', { paper: Paper, receiver: Type.Optional(named(RECEIVERS)) }),
  act('recordReturn', { paper: Paper, reason: named(RETURN_REASONS), note: Words }),
  act('serveAgain', { paper: Paper, ...DISPATCH }),
  act('recordContact', {
    way: named(CONTACT_WAYS),
    reached: Type.Boolean(),
    result: Words,
  }),
  act('addNote', { text: Words }),
  act('withdraw', { outcome: Type.Union([Type.Literal('withdrawn'), Type.Literal('ended')]), why: Words }),
  act('abandonUncorrected', { why: Words }),
  act('abandonUnpaid', { why: Words }),
  act('archive', {}),
  act('redoReply', { remedyId: Short, why: Words }),
  act('reviewRefusal', { verdict: named(REVIEW_VERDICTS), until: Type.Optional(Day), why: Words }),
  act('suggestProactive', { why: Words }),
  act('decideProactive', {
    adopt: Type.Boolean(),
    title: Type.Optional(Type.String({ maxLength: 200 })),
    writtenOn: Type.Optional(Day),
    text: Type.Optional(Words),
    why: Words,
  }),
]);

/** 协办机关的动作: the task is named by the address. */
const TaskActSchema = Type.Union([act('receiveTask', {}), act('answerTask', { text: Words })]);

/** 办理动作 as the console sends it; the application is named by the address. */
export type RequestAct = Static<typeof RequestActSchema>;
export type ActVerb = RequestAct['verb'];

const Along = Type.Object(
  { id: Type.String({ maxLength: 64 }), seen: Type.Integer({ minimum: 1 }) },
  { additionalProperties: false },
);

/**
 * `seen`: the number of the last thing that had happened when the officer decided. `fileIds`: what he uploaded for this act before. `along`: the other
 * applications of the same applicant on which it is done at once, each as it was seen [FEE-16].
 */
export const ActSentSchema = Type.Object(
  {
    seen: Type.Integer({ minimum: 1 }),
    act: RequestActSchema,
    fileIds: Type.Optional(Type.Array(Type.String({ maxLength: 64 }), { maxItems: 20 })),
    along: Type.Optional(Type.Array(Along, { maxItems: MOST_JOINT })),
  },
  { additionalProperties: false },
);
export type ActSent = Static<typeof ActSentSchema>;

/** `seen`: the number of the last step of this task when the liaison decided. */
export const TaskActSentSchema = Type.Object(
  {
    seen: Type.Integer({ minimum: 1 }),
    act: TaskActSchema,
    fileIds: Type.Optional(Type.Array(Type.String({ maxLength: 64 }), { maxItems: 20 })),
  },
  { additionalProperties: false },
);
export type TaskActSent = Static<typeof TaskActSentSchema>;

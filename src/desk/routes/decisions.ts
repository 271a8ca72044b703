import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { lastLateDay, publishBy } from '../../enforcement/decisions/clocks.ts';
import { type DecisionsChange, type LoadedDecisions, REGISTRARS, SHOWERS } from '../../enforcement/decisions/decide.ts';
import {
  DECISION_FIELDS,
  DECISION_TERMS,
  type DecisionField,
  NO_END,
  STANDINGS,
} from '../../enforcement/decisions/fields.ts';
import {
  type Correction,
  DECISION_STATES,
  type DecisionCommand,
  type ImportDecisions,
  type RegisteredDecision,
} from '../../enforcement/decisions/registered-decision.ts';
import {
  countWaiting,
  listDecisions,
  registeredDecision,
  waitingIds,
  waitingOfEach,
} from '../../enforcement/store/decisions/list.ts';
import { countRegistrations, registeredBy } from '../../enforcement/store/decisions/registrations.ts';
import { decisionStairs } from '../../enforcement/store/decisions.ts';
import type { Hand } from '../../people/hand.ts';
import { type House, perform, type Stairs } from '../../perform.ts';
import { writeTemplate } from '../../platform/papers/sheet.ts';
import { type CivilDate, civil, civilDateAt } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import { type AgencyNames, agencyNames, agencyTerms } from '../agency-names.ts';
import { answer } from '../answer.ts';
import { Day } from '../civil-day.ts';
import type { DecisionCorrection, DecisionLine, DecisionPage } from '../contract/decisions.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { unmoved } from '../on-screen.ts';
import { agenciesIn, agenciesWith, enter, type Officer } from '../reach.ts';
import { IdSchema } from '../schemas.ts';
import { sendFile, XLSX } from '../upload.ts';
import { decisionSheetRoutes } from './decision-sheets.ts';

const closed = { additionalProperties: false };
const Kind = Type.Union([Type.Literal('licensing'), Type.Literal('punishment')]);
const KindSchema = Type.Object({ kind: Kind }, closed);
const State = Type.Union([Type.Literal('registered'), Type.Literal('published'), Type.Literal('withdrawn')]);
const DecisionQuerySchema = Type.Object(
  {
    kind: Kind,
    state: Type.Optional(State),
    words: Type.Optional(Type.String({ maxLength: 100 })),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
  },
  closed,
);
export type DecisionQuery = Static<typeof DecisionQuerySchema>;

const PublishSchema = Type.Object(
  {
    agencyId: Type.String({ maxLength: 100 }),
    ids: Type.Array(Type.String({ maxLength: 100 }), { minItems: 1, maxItems: 500 }),
  },
  closed,
);
export type DecisionsShown = Static<typeof PublishSchema>;

/** 全部公示: `seen` as the page counted the registrations of the agency. */
const PublishAllSchema = Type.Object(
  { agencyId: Type.String({ maxLength: 100 }), kind: Kind, seen: Type.Integer({ minimum: 0, maximum: 1_000_000 }) },
  closed,
);
export type DecisionsAllShown = Static<typeof PublishAllSchema>;
/** Shown in one act: a killed process leaves the rest waiting, and the next press goes on with it. */
const AT_ONCE = 500;

const WithdrawSchema = Type.Object({ revokedOn: Day, why: Type.String({ maxLength: 1_000 }) }, closed);
export type DecisionWithdrawn = Static<typeof WithdrawSchema>;

const PAGE_SIZE = 50;

export function decisionRoutes(desk: FastifyInstance, deps: DeskDeps): void {
  const { house } = deps;
  const typed = desk.withTypeProvider<TypeBoxTypeProvider>();

  typed.get('/api/decisions', { schema: { querystring: DecisionQuerySchema } }, async (request, reply) =>
    answer(await pageOf(house, officerOf(request), request.query), request, reply),
  );

  typed.get('/api/decisions/template', { schema: { querystring: KindSchema } }, async (request, reply) => {
    const agencies = enter('decisions', officerOf(request));
    if (isRefusal(agencies)) return answer(agencies, request, reply);
    const { kind } = request.query;
    const columns = DECISION_FIELDS[kind].map(({ code, term, must, longest, kind: of }) => ({
      key: code,
      head: term,
      must: must === true,
      hint: `${code}，最多 ${longest} 字。${HINTS[of]}`,
    }));
    const title = `${DECISION_TERMS[kind]}公示`;
    return sendFile(reply, await writeTemplate(title, columns), XLSX, `${title}表.xlsx`);
  });

  typed.post('/api/decisions/shown', { schema: { body: PublishSchema } }, async (request, reply) =>
    answer(await carryOut(deps, request, { verb: 'publishDecisions', ...request.body }), request, reply),
  );

  typed.post('/api/decisions/shown-all', { schema: { body: PublishAllSchema } }, async (request, reply) =>
    answer(await showAll(deps, request, request.body), request, reply),
  );

  typed.post(
    '/api/decisions/:id/withdrawn',
    { schema: { params: IdSchema, body: WithdrawSchema } },
    async (request, reply) => {
      const command = {
        verb: 'withdrawDecision',
        id: request.params.id,
        why: request.body.why,
        revokedOn: civil(request.body.revokedOn),
      } as const;
      return answer(await carryOut(deps, request, command), request, reply);
    },
  );

  decisionSheetRoutes(desk, deps);
}

const HINTS = {
  text: '',
  number: '请把格式设为文本。',
  subject: '自然人写全名，公开时隐去。',
  date: '写成 2024-03-05；没有期限的有效期写“长期”。',
  wan: '以万元计，最多六位小数。',
  creditCode: '18 位统一社会信用代码。',
  identity: '只上报，不公开。',
  subjectKind: '法人及非法人组织、自然人或者个体工商户。',
  standing: '有效或者无效。',
} as const;

async function carryOut(
  { house, keys }: DeskDeps,
  request: FastifyRequest,
  command: Exclude<DecisionCommand, ImportDecisions>,
): Promise<{ readonly done: number } | Refusal> {
  const agencies = enter('decisions', officerOf(request));
  if (isRefusal(agencies)) return agencies;
  // An id from elsewhere is as one that is not there.
  if (command.verb === 'withdrawDecision') {
    const one = await registeredDecision(house.db, command.id);
    if (!one || !agencies.includes(one.agencyId)) return NOT_HERE;
  } else if (!agencies.includes(command.agencyId)) return NOT_HERE;
  const done = await perform(house, decisionStairs(keys), officerOf(request), command);
  if (isRefusal(done)) return done;
  return { done: done.type === 'published' ? done.ids.length : 1 };
}

/** Of an import of thousands nobody chooses fifty at a time: all that wait of one agency, as long as nothing came to them that he has not seen. */
async function showAll(
  { house, keys }: DeskDeps,
  request: FastifyRequest,
  { agencyId, kind, seen }: DecisionsAllShown,
): Promise<{ readonly done: number } | Refusal> {
  const agencies = enter('decisions', officerOf(request));
  if (isRefusal(agencies)) return agencies;
  if (!agencies.includes(agencyId)) return NOT_HERE;
  const stairs = allOnScreen(decisionStairs(keys), { agencyId, kind, seen });
  const among = { agencyIds: [agencyId], kind, today: civilDateAt(house.now()) };
  for (let done = 0; ; ) {
    const ids = await waitingIds(house.db, among, AT_ONCE);
    if (ids.length === 0) return done > 0 ? { done } : NOTHING_WAITS;
    const part = await perform(house, stairs, officerOf(request), { verb: 'publishDecisions', agencyId, ids });
    if (isRefusal(part)) return done > 0 ? { ...part, says: `已经公示 ${done} 件，其余没有公示。${part.says}` } : part;
    if (part.type === 'published') done += part.ids.length;
  }
}

/** 以所见为准 [SEC-8, ENF-12]: what a colleague has registered since is shown by nobody who has not seen it. */
function allOnScreen(stairs: ReturnType<typeof decisionStairs>, { agencyId, kind, seen }: DecisionsAllShown) {
  const withSheets: Stairs<LoadedWithSheets, DecisionsChange, DecisionCommand> = {
    ...stairs,
    async load(tx, command, scene) {
      const loaded = await stairs.load(tx, command, scene);
      if (isRefusal(loaded)) return loaded;
      const hands = await registeredBy(tx, agencyId, kind);
      return { ...loaded, sheets: hands.map((by) => ({ type: 'registered' as const, by })) };
    },
  };
  return unmoved(withSheets, seen, {
    factsOf: ({ sheets }) => sheets,
    terms: { registered: '登记处理决定' },
    what: '待公示的处理决定',
    basis: BASIS,
    advice: '请刷新页面，核对以后再公示。',
  });
}

interface LoadedWithSheets extends LoadedDecisions {
  readonly sheets: readonly { readonly type: 'registered'; readonly by: Hand }[];
}

const BASIS = '《条例》第二十条第（五）项、第（六）项';

const NOTHING_WAITS = refuse('STALE', BASIS, '待公示的已经全部公示或者撤回。请刷新页面查看。');

const NOT_HERE = refuse(
  'NO_SUCH_DECISION',
  '《条例》第二十条',
  '没有找到这件处理决定，可能已经更正。请从列表重新进入。',
);

async function pageOf(
  house: House,
  officer: Officer,
  { kind, state, words, page = 1 }: DecisionQuery,
): Promise<DecisionPage | Refusal> {
  const agencies = enter('decisions', officer);
  if (isRefusal(agencies)) return agencies;
  const today = civilDateAt(house.now());
  const calendar = house.calendar();
  const among = { agencyIds: agenciesIn('decisions', officer), kind, today };
  const shows = agenciesWith(SHOWERS, officer);
  const [{ decisions, total }, { waiting, late }, nameOf, waitingOf, sheetsOf] = await Promise.all([
    listDecisions(house.db, {
      ...{ ...among, reader: 'officer', stage: state === 'registered' ? 'waiting' : state, words },
      page: { number: page, size: PAGE_SIZE },
    }),
    countWaiting(house.db, { ...among, lastLate: lastLateDay(today, calendar) }),
    agencyNames(house.db),
    waitingOfEach(house.db, { ...among, agencyIds: shows }),
    countRegistrations(house.db, shows, kind),
  ]);
  return {
    lines: decisions.map((one) => lineOf(one, nameOf, today, calendar)),
    ...{ total, pageSize: PAGE_SIZE, waiting, late },
    registers: agencyTerms(agenciesWith(REGISTRARS, officer), nameOf),
    shows: agencyTerms(shows, nameOf).map((agency) => ({
      ...agency,
      waiting: waitingOf.get(agency.name) ?? 0,
      seen: sheetsOf.get(agency.name) ?? 0,
    })),
  };
}

function lineOf(
  one: RegisteredDecision,
  nameOf: AgencyNames,
  today: CivilDate,
  calendar: ReturnType<House['calendar']>,
): DecisionLine {
  const due = publishBy(one.decidedOn, calendar);
  const isOver = one.shownUntil !== null && one.shownUntil < today && one.state !== 'withdrawn';
  return {
    id: one.id,
    agencyId: one.agencyId,
    agency: nameOf(one.agencyId),
    number: one.number,
    subject: one.subject,
    decidedOn: one.decidedOn,
    state: one.state,
    stateTerm: isOver ? '公示期已过，不再公示' : DECISION_STATES[one.state].term,
    publishBy: due,
    waits: (one.state === 'registered' && !isOver) || one.correction !== null,
    late: one.state === 'registered' && !isOver && due < today,
    correction: one.correction ? correctionOf(one, one.correction) : null,
    shownUntil: one.shownUntil,
    withdrawnWhy: one.withdrawn?.why ?? null,
  };
}

/** What who shows it has to look at. Of numbers of papers only that they are others. */
function correctionOf({ kind, shown }: RegisteredDecision, correction: Correction): DecisionCorrection {
  const fields = DECISION_FIELDS[kind].filter(({ code }) => correction.fields.includes(code));
  return {
    fields: fields.map((field) => ({
      term: field.term,
      before: field.shown ? asRead(field, shown[field.code]) : null,
      after: field.shown ? asRead(field, correction.shown[field.code]) : null,
    })),
  };
}

function asRead({ kind }: DecisionField, value = ''): string {
  if (kind === 'standing') return STANDINGS[value] ?? value;
  return value === NO_END ? '长期' : value;
}

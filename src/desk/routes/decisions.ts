/** 双公示 [ENF-10…15]: sheets of licences and punishments are checked, registered, shown by another hand, and taken back when they were revoked. */
import multipart from '@fastify/multipart';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { publishBy } from '../../enforcement/decisions/clocks.ts';
import { REGISTRARS, SHOWERS } from '../../enforcement/decisions/decide.ts';
import { DECISION_FIELDS, DECISION_TERMS, type DecisionKindName } from '../../enforcement/decisions/fields.ts';
import {
  DECISION_STATES,
  type DecisionCommand,
  type ImportDecisions,
  type RegisteredDecision,
} from '../../enforcement/decisions/registered-decision.ts';
import { decisionStairs, listDecisions, registeredDecision, tallyOf } from '../../enforcement/store/decisions.ts';
import { permitInSome, requireRole } from '../../people/actor.ts';
import type { AgencyId } from '../../people/agency.ts';
import { type House, perform } from '../../perform.ts';
import { writeTemplate } from '../../platform/papers/sheet.ts';
import { civil, civilDateAt } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import { type AgencyNames, agencyNames, agencyTerms } from '../agency-names.ts';
import { answer, answerIssues } from '../answer.ts';
import { Day } from '../civil-day.ts';
import type { DecisionLine, DecisionPage, DecisionsChecked } from '../contract/decisions.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { agenciesIn, agenciesWith, enter, type Officer } from '../reach.ts';
import { IdSchema } from '../schemas.ts';
import { sendFile, XLSX } from '../upload.ts';

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

const WithdrawSchema = Type.Object({ revokedOn: Day, why: Type.String({ maxLength: 1_000 }) }, closed);
export type DecisionWithdrawn = Static<typeof WithdrawSchema>;

const PAGE_SIZE = 50;
/** Twenty thousand rows are two of them. */
const FILE_BYTES = 20 * 1024 * 1024;
const STATES = Object.keys(DECISION_STATES) as (keyof typeof DECISION_STATES)[];

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

  desk.register(async (uploads) => {
    const limits = {
      fileSize: FILE_BYTES,
      files: 1,
      fields: 2,
      fieldSize: 200,
      fieldNameSize: 50,
      parts: 3,
      headerPairs: 20,
    };
    uploads.register(multipart, { limits });
    for (const dry of [true, false])
      uploads.post(`/api/decisions/${dry ? 'check' : 'import'}`, async (request, reply) => {
        const sheet = await sheetSent(request, deps);
        if (isRefusal(sheet)) return answer(sheet, request, reply);
        const { agencyId, kind, file } = sheet;
        const read = await deps.readDecisions(file, kind, civilDateAt(house.now()));
        if (read === 'tooMuch' || read === undefined) return answer(NO_SHEET, request, reply);
        if (read.issues.length > 0) return answerIssues(read.issues, request, reply);
        const command = { verb: 'importDecisions', agencyId, kind, decisions: read.decisions } as const;
        return answer(dry ? await checked(house, command) : await taken(deps, request, command), request, reply);
      });
  });
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
} as const;

const NO_FILE = refuse('NO_FILE', '接口约定', '没有收到机关、种类和文件。请选择机关和种类，再选择一份表格上传。');
const NO_SHEET = refuse(
  'ENF-11',
  '双公示数据标准（2018 版）',
  '这不是能读的表格，或者内容太多、加了密码。请用 Excel 或者 WPS 另存为“.xlsx”，或者另存为“CSV UTF-8”再上传。',
);

interface SheetSent {
  readonly agencyId: AgencyId;
  readonly kind: DecisionKindName;
  readonly file: Buffer;
}

/** Who may not register learns it before his file is read. */
async function sheetSent(request: FastifyRequest, _: DeskDeps): Promise<SheetSent | Refusal> {
  const officer = officerOf(request);
  const agencies = enter('decisions', officer);
  if (isRefusal(agencies)) return agencies;
  const sent = request.isMultipart() ? await request.file() : undefined;
  if (sent?.fieldname !== 'file') return NO_FILE;
  const file = await sent.toBuffer();
  const said = (name: string) => {
    const field = sent.fields[name];
    return field && !Array.isArray(field) && field.type === 'field' && typeof field.value === 'string'
      ? field.value
      : '';
  };
  const [agencyId, kind] = [said('agencyId'), said('kind')];
  if (agencyId === '' || (kind !== 'licensing' && kind !== 'punishment')) return NO_FILE;
  const permission = permitInSome(officer, (as) => requireRole(as, REGISTRARS, agencyId));
  return permission.allowed ? { agencyId, kind, file } : permission.refusal;
}

async function checked({ db }: House, command: ImportDecisions): Promise<DecisionsChecked> {
  const tally = await tallyOf(db, command);
  return {
    ...tally,
    says: `每一行都合格：新增 ${tally.added} 件，更正 ${tally.changed} 件，与已登记的相同 ${tally.same} 件。还没有写入。`,
  };
}

async function taken(
  { house, keys }: DeskDeps,
  request: FastifyRequest,
  command: ImportDecisions,
): Promise<DecisionsChecked | Refusal> {
  const done = await perform(house, decisionStairs(keys), officerOf(request), command);
  if (isRefusal(done)) return done;
  const { added, changed, same } = done.type === 'imported' ? done.tally : { added: 0, changed: 0, same: 0 };
  const again = changed > 0 ? `更正的 ${changed} 件要重新公示。` : '';
  return {
    added,
    changed,
    same,
    says: `登记了：新增 ${added} 件，更正 ${changed} 件，与已登记的相同 ${same} 件。${again}`,
  };
}

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
  const filter = { agencyIds: agenciesIn('decisions', officer), kind };
  const waits = { ...filter, states: ['registered'] as const, order: 'due' as const };
  const [{ decisions, total }, waiting, nameOf] = await Promise.all([
    listDecisions(house.db, {
      ...filter,
      states: state ? [state] : STATES,
      ...(words ? { words } : {}),
      order: state === 'registered' ? 'due' : 'newest',
      page: { number: page, size: PAGE_SIZE },
    }),
    listDecisions(house.db, { ...waits, page: { number: 1, size: 1_000 } }),
    agencyNames(house.db),
  ]);
  const calendar = house.calendar();
  return {
    lines: decisions.map((one) => lineOf(one, nameOf, today, calendar)),
    total,
    pageSize: PAGE_SIZE,
    waiting: waiting.total,
    late: waiting.decisions.filter(({ decidedOn }) => publishBy(decidedOn, calendar) < today).length,
    registers: agencyTerms(agenciesWith(REGISTRARS, officer), nameOf),
    shows: agencyTerms(agenciesWith(SHOWERS, officer), nameOf),
  };
}

function lineOf(
  one: RegisteredDecision,
  nameOf: AgencyNames,
  today: string,
  calendar: ReturnType<House['calendar']>,
): DecisionLine {
  const due = publishBy(one.decidedOn, calendar);
  return {
    id: one.id,
    agencyId: one.agencyId,
    agency: nameOf(one.agencyId),
    number: one.number,
    subject: one.subject,
    decidedOn: one.decidedOn,
    state: one.state,
    stateTerm: DECISION_STATES[one.state].term,
    publishBy: due,
    late: one.state === 'registered' && due < today,
    shownUntil: one.shownUntil,
    withdrawnWhy: one.withdrawn?.why ?? null,
  };
}

/** 双公示的表格 [ENF-10…20]: checked, its faults as a list to work through, registered, and what each sheet did. */
import multipart from '@fastify/multipart';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { REGISTRARS } from '../../enforcement/decisions/decide.ts';
import { DECISION_FIELDS, DECISION_TERMS, type DecisionKindName } from '../../enforcement/decisions/fields.ts';
import { CHANGES, type NamedChange } from '../../enforcement/decisions/import-plan.ts';
import type { ImportDecisions } from '../../enforcement/decisions/registered-decision.ts';
import { ofOthers } from '../../enforcement/decisions/whose-decisions.ts';
import { type ImportRecord, importRecord, listImports, planSheet } from '../../enforcement/store/decisions/imports.ts';
import { decisionStairs } from '../../enforcement/store/decisions.ts';
import { permitInSome, requireRole } from '../../people/actor.ts';
import type { AgencyId } from '../../people/agency.ts';
import { listAgencies } from '../../people/store.ts';
import { perform } from '../../perform.ts';
import { showAsJson } from '../../platform/http/face.ts';
import { problemOfIssues } from '../../platform/http/problem.ts';
import { writeFilled } from '../../platform/papers/sheet.ts';
import { civilDateAt } from '../../statute/civil-date.ts';
import type { Issue } from '../../statute/issue.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import { agencyNames } from '../agency-names.ts';
import { answer } from '../answer.ts';
import type { DecisionImports, DecisionsChecked } from '../contract/decisions.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { agenciesIn, enter } from '../reach.ts';
import { IdSchema } from '../schemas.ts';
import { sendFile, XLSX } from '../upload.ts';

/** Twenty thousand rows are two of them. */
const FILE_BYTES = 20 * 1024 * 1024;
/** What is told on the screen; all of it is a file. */
const TOLD = 200;
const IN_FILE = 50_000;

const PAGE_SIZE = 20;
const ImportsQuerySchema = Type.Object(
  { page: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })) },
  { additionalProperties: false },
);
export type ImportsQuery = Static<typeof ImportsQuerySchema>;

export function decisionSheetRoutes(desk: FastifyInstance, deps: DeskDeps): void {
  const { house, keys } = deps;
  const typed = desk.withTypeProvider<TypeBoxTypeProvider>();

  typed.get('/api/decisions/imports', { schema: { querystring: ImportsQuerySchema } }, async (request, reply) => {
    const officer = officerOf(request);
    const agencies = enter('decisions', officer);
    if (isRefusal(agencies)) return answer(agencies, request, reply);
    const page = { number: request.query.page ?? 1, size: PAGE_SIZE };
    const [{ records, total }, nameOf] = await Promise.all([
      listImports(house.db, agenciesIn('decisions', officer), page),
      agencyNames(house.db),
    ]);
    const imports: DecisionImports['imports'] = records.map((record) => ({
      ...{ id: record.id, at: record.importedAt.toISOString(), agency: nameOf(record.agencyId) },
      kind: DECISION_TERMS[record.kind],
      ...{ added: record.added, same: record.same, changed: record.changes.length, kept: record.kept.length },
    }));
    return answer({ imports, total, pageSize: PAGE_SIZE }, request, reply);
  });

  typed.get('/api/decisions/imports/:id', { schema: { params: IdSchema } }, async (request, reply) => {
    const officer = officerOf(request);
    const agencies = enter('decisions', officer);
    if (isRefusal(agencies)) return answer(agencies, request, reply);
    const record = await importRecord(house.db, agenciesIn('decisions', officer), request.params.id);
    return record
      ? sendFile(reply, await recordFile(record), XLSX, '双公示登记记录.xlsx')
      : answer(NO_RECORD, request, reply);
  });

  desk.register(async (uploads) => {
    const limits = {
      ...{ fileSize: FILE_BYTES, files: 1, fields: 2, fieldSize: 200, fieldNameSize: 50, parts: 3, headerPairs: 20 },
    };
    uploads.register(multipart, { limits });
    const sheetRoute = (
      path: string,
      go: (command: ImportDecisions, request: FastifyRequest) => Promise<DecisionsChecked | Refusal>,
    ) =>
      uploads.post(path, async (request, reply) => {
        const sheet = await readSent(request, deps);
        if (isRefusal(sheet)) return answer(sheet, request, reply);
        const { issues, ...command } = sheet;
        if (issues.length > 0) return answerSome(issues, request, reply);
        return answer(await go({ verb: 'importDecisions', ...command }, request), request, reply);
      });

    sheetRoute('/api/decisions/check', async (command) => {
      const { plan, changes } = await planSheet(house.db, keys, command);
      return told('每一行都合格：', { ...plan, added: plan.added.length, changes }, command.kind, '还没有写入。');
    });
    sheetRoute('/api/decisions/import', async (command, request) => {
      const done = await perform(house, decisionStairs(keys), officerOf(request), command);
      if (isRefusal(done)) return done;
      if (done.type !== 'imported') throw new Error('an import became something else');
      const { plan, changes } = done.planned;
      const waits = changes.some(({ how }) => how === 'corrected');
      const again = waits ? '已经公示的，更正由另一位发布人核对公示以后才替换，在那以前公示的内容不变。' : '';
      return told('登记了：', { ...plan, added: plan.added.length, changes }, command.kind, again);
    });

    uploads.post('/api/decisions/faults', async (request, reply) => {
      const sheet = await readSent(request, deps);
      if (isRefusal(sheet)) return answer(sheet, request, reply);
      return sendFile(reply, await faultsFile(sheet.issues), XLSX, '双公示表需要改正的地方.xlsx');
    });
  });
}

const NO_RECORD = refuse('NO_SUCH_IMPORT', '《条例》第二十条', '没有找到这次登记的记录。请从列表重新进入。');
const NO_FILE = refuse('NO_FILE', '接口约定', '没有收到机关、种类和文件。请选择机关和种类，再选择一份表格上传。');
const BASIS = '双公示数据标准（2018 版）';
const NO_SHEET = refuse(
  'ENF-11',
  BASIS,
  '这不是能读的表格：可能加了密码、已经损坏，或者解开以后太大。请用 Excel 或者 WPS 打开，删去空白的行、列和多余的工作表，另存为“.xlsx”或者“CSV UTF-8”再上传。',
);
const TOO_MUCH = refuse(
  'ENF-11',
  BASIS,
  '这份表格读起来太费时间或者内存，已经停下，什么都没有写入。请过几分钟再上传一次；还是这样的，删去空白的行、列和多余的工作表，或者分成几份。',
);

interface SheetRead extends Omit<ImportDecisions, 'verb'> {
  readonly issues: readonly Issue[];
}

/** Who may not register learns it before his file is read. */
async function readSent(request: FastifyRequest, { readDecisions, house }: DeskDeps): Promise<SheetRead | Refusal> {
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
  const agencyId: AgencyId = said('agencyId');
  const kind = said('kind') as DecisionKindName;
  if (agencyId === '' || !Object.hasOwn(DECISION_TERMS, kind)) return NO_FILE;
  const permission = permitInSome(officer, (as) => requireRole(as, REGISTRARS, agencyId));
  if (!permission.allowed) return permission.refusal;
  const read = await readDecisions(file, kind, civilDateAt(house.now()));
  if (read === 'tooMuch') return TOO_MUCH;
  if (read === undefined) return NO_SHEET;
  const issues = [...read.issues, ...ofOthers(read.decisions, kind, agencyId, await listAgencies(house.db))];
  return { agencyId, kind, decisions: issues.length > 0 ? [] : read.decisions, issues };
}

/** Of twenty thousand faults the first; the rest is a file. */
function answerSome(issues: readonly Issue[], request: FastifyRequest, reply: FastifyReply): unknown {
  const problem = problemOfIssues(issues.slice(0, TOLD));
  const more = issues.length > TOLD ? `这里列出前 ${TOLD} 处，全部的请下载。` : '';
  const says = `表格里有 ${issues.length} 处需要改正，什么都没有写入。${more}`;
  return showAsJson({ ...problem, says }, request, reply.header('cache-control', 'no-store'));
}

function faultsFile(issues: readonly Issue[]): Promise<Buffer> {
  const rest = issues.length - IN_FILE;
  return writeFilled({
    title: '需要改正的地方',
    heads: ['位置', '哪里不对', '怎样改'],
    lines: issues.slice(0, IN_FILE).map(({ where, says, advice }) => [where, says, advice]),
    notes: rest > 0 ? [`还有 ${rest} 处没有列出，改好以上各处再核对。`] : [],
  });
}

interface Tally {
  readonly added: number;
  readonly same: number;
  readonly changes: readonly NamedChange[];
  readonly kept: readonly string[];
}

function told(
  opens: string,
  { added, same, changes, kept }: Tally,
  kind: DecisionKindName,
  ends: string,
): DecisionsChecked {
  const counts = `新增 ${added} 件，更正 ${changes.length} 件，与已登记的相同 ${same} 件`;
  const stays = kept.length > 0 ? `，已经撤回的 ${kept.length} 件没有改动，也不因再次上传恢复公示` : '';
  return {
    ...{ added, same, changed: changes.length, says: `${opens}${counts}${stays}。${ends}` },
    changes: changes.slice(0, TOLD).map((change) => ({
      number: change.number,
      how: CHANGES[change.how].term,
      fields: termsOf(kind, change.fields),
    })),
    kept: kept.slice(0, TOLD),
  };
}

function termsOf(kind: DecisionKindName, codes: readonly string[]): string[] {
  return DECISION_FIELDS[kind].filter(({ code }) => codes.includes(code)).map(({ term }) => term);
}

function recordFile({ kind, changes, kept, added, same }: ImportRecord): Promise<Buffer> {
  return writeFilled({
    title: '登记记录',
    heads: ['文书号', '怎样处理', '变动的栏目'],
    lines: [
      ...changes.map(({ number, how, fields }) => [number, CHANGES[how].term, termsOf(kind, fields).join('、')]),
      ...kept.map((number) => [number, '已经撤回，没有改动', '']),
    ],
    notes: [`新增 ${added} 件，与已登记的相同 ${same} 件。`],
  });
}

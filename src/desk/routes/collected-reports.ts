/** 收集的年报: taking files in, reading them within limits, and settling by hand what could not be read. */
import multipart from '@fastify/multipart';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type HandedFile, notesOn } from '../../annual-report/check/examination.ts';
import { type CollectedCommand, settledReport } from '../../annual-report/collect/collected-report.ts';
import { collectedFindings, permitCollecting } from '../../annual-report/collect/decide-collected.ts';
import { judgementsBy } from '../../annual-report/collect/judgement.ts';
import { MAX_BYTES } from '../../annual-report/read/refusals.ts';
import { findingsPaper } from '../../annual-report/render/findings-paper.ts';
import { collectedBefore, collectedStairs } from '../../annual-report/store/collected.ts';
import type { AgencyId } from '../../people/agency.ts';
import { type House, perform } from '../../perform.ts';
import { paperDocx } from '../../platform/papers/docx.ts';
import { paperXlsx } from '../../platform/papers/xlsx.ts';
import type { Paper } from '../../statute/paper.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import { collectedList, collectedView, readable } from '../annual-report/collected-view.ts';
import { answer } from '../answer.ts';
import type { Collected } from '../contract.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { SheetFormatSchema } from '../publications/publication-schemas.ts';
import type { Officer } from '../reach.ts';
import { IdSchema, JudgementSchema, SettlementSchema } from '../schemas.ts';
import { sendFile, XLSX } from '../upload.ts';

export function collectedReportRoutes(desk: FastifyInstance, deps: DeskDeps): void {
  const { house } = deps;
  const typed = desk.withTypeProvider<TypeBoxTypeProvider>();

  desk.get('/api/collected-reports', async (request, reply) =>
    answer(await collectedList(house, officerOf(request)), request, reply),
  );
  typed.get('/api/collected-reports/:id', { schema: { params: IdSchema } }, async (request, reply) =>
    answer(await collectedView(house, officerOf(request), request.params.id), request, reply),
  );
  typed.post(
    '/api/collected-reports/:id/settlements',
    { schema: { params: IdSchema, body: SettlementSchema } },
    async (request, reply) => {
      const command = { verb: 'settle', reportId: request.params.id, ...request.body } as const;
      const refusal = await carryOut(deps, officerOf(request), command);
      return answer(refusal ?? (await collectedView(house, officerOf(request), request.params.id)), request, reply);
    },
  );
  typed.post(
    '/api/collected-reports/:id/judgements',
    { schema: { params: IdSchema, body: JudgementSchema } },
    async (request, reply) => {
      const command = { verb: 'judge', reportId: request.params.id, ...request.body } as const;
      const refusal = await carryOut(deps, officerOf(request), command);
      return answer(refusal ?? (await collectedView(house, officerOf(request), request.params.id)), request, reply);
    },
  );
  typed.get(
    '/api/collected-reports/:id/findings/:format',
    { schema: { params: SheetFormatSchema } },
    async (request, reply) => {
      const { id, format } = request.params;
      const paper = await findingsOf(house, officerOf(request), id);
      if (isRefusal(paper)) return answer(paper, request, reply);
      const { made, type } = PAPERS[format];
      return sendFile(reply, await made(paper), type, `${paper.title}.${format}`);
    },
  );
  typed.delete('/api/collected-reports/:id', { schema: { params: IdSchema } }, async (request, reply) => {
    const refusal = await carryOut(deps, officerOf(request), { verb: 'remove', reportId: request.params.id });
    return answer(refusal ?? (await collectedList(house, officerOf(request))), request, reply);
  });

  desk.register(async (uploads) => {
    uploads.register(multipart, {
      limits: {
        fileSize: MAX_BYTES,
        files: 1,
        fields: 1,
        fieldSize: 200,
        fieldNameSize: 50,
        parts: 2,
        headerPairs: 20,
      },
    });
    uploads.post('/api/collected-reports', async (request, reply) => {
      const officer = officerOf(request);
      const list = await collectedList(house, officer);
      if (isRefusal(list)) return answer(list, request, reply);
      const sent = await sentFile(request);
      if (isRefusal(sent)) return answer(sent, request, reply);
      const permission = permitCollecting(officer, sent.agencyId);
      if (!permission.allowed) return answer(permission.refusal, request, reply);
      return answer(await collectAll(deps, officer, sent), request, reply);
    });
  });
}

const PAPERS = {
  docx: { made: paperDocx, type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  xlsx: { made: paperXlsx, type: XLSX },
} as const;

/** 核对情况, for the agency that has to answer it. */
async function findingsOf(house: House, officer: Officer, id: string): Promise<Paper | Refusal> {
  const collected = await readable(house, officer, id);
  if (isRefusal(collected)) return collected;
  const now = settledReport(collected);
  const findings = collectedFindings(collected, await collectedBefore(house.db, collected));
  return findingsPaper(now, findings, notesOn(now), judgementsBy(collected.judged));
}

/** @returns why it was not done: whoever may not read a report learns nothing of it */
async function carryOut(
  { house }: DeskDeps,
  officer: Officer,
  command: Exclude<CollectedCommand, { verb: 'collect' }>,
): Promise<Refusal | undefined> {
  const seen = await readable(house, officer, command.reportId);
  if (isRefusal(seen)) return seen;
  const done = await perform(house, collectedStairs, officer, command);
  return isRefusal(done) ? done : undefined;
}

interface SentFile {
  readonly agencyId: AgencyId;
  readonly report: HandedFile;
}

/** Each report by itself: one that cannot be read does not keep the others away. */
async function collectAll(deps: DeskDeps, officer: Officer, { agencyId, report }: SentFile): Promise<Collected> {
  const { examined, left } = await deps.examineReports({ report });
  const added: Collected['added'][number][] = [];
  const refused: Collected['refused'][number][] = [];
  for (const one of examined) {
    if ('refused' in one) {
      refused.push({ name: one.name, says: one.refused.says });
      continue;
    }
    const { name, report: read, source } = one;
    const command = { verb: 'collect', agencyId, name, report: read, source } as const;
    const kept = await perform(deps.house, collectedStairs, officer, command);
    if (isRefusal(kept)) refused.push({ name, says: kept.says });
    else added.push({ id: kept.id, name, open: read.undecided.length });
  }
  return { added, refused, left };
}

async function sentFile(request: FastifyRequest): Promise<SentFile | Refusal> {
  if (!request.isMultipart()) return NO_FILE;
  const sent = await request.file();
  if (sent?.fieldname !== 'file') return NO_FILE;
  const bytes = await sent.toBuffer();
  const field = sent.fields.agencyId;
  if (!field || Array.isArray(field) || field.type !== 'field' || typeof field.value !== 'string') return NO_FILE;
  return { agencyId: field.value, report: { name: sent.filename.slice(-200), bytes } };
}

const NO_FILE = refuse('NO_FILE', '接口约定', '没有收到机关和文件。请选择机关，再选择一份年报或者一个压缩包上传。');

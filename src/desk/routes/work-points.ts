/** 工作要点 (《条例》第四十六条): the year's list, one of it and what is done on it, its proof, the list read in and written out. */
import multipart from '@fastify/multipart';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { permitInSome } from '../../people/actor.ts';
import { perform } from '../../perform.ts';
import { writeFilled, writeTemplate } from '../../platform/papers/sheet.ts';
import { civil } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import { listPointStairs, NO_SUCH_POINT, pointStairs } from '../../supervision/store/work-point-stairs.ts';
import { POINT_BASIS, type PointCommand } from '../../supervision/work-points/decide.ts';
import { permitList, permitPoint } from '../../supervision/work-points/permissions.ts';
import { WORK_POINT_COLUMNS } from '../../supervision/work-points/sheet-form.ts';
import { answer, answerIssues } from '../answer.ts';
import type { WorkPointView } from '../contract/work-points.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { answerFile, ONE_FILE, ONE_FILE_BODY, sendKept, takeOneFile } from '../one-file.ts';
import { enter, type Officer } from '../reach.ts';
import { IdSchema } from '../schemas.ts';
import { readPointSheet } from '../supervision/read-point-sheet.ts';
import {
  NewPointSchema,
  type PointActSent,
  PointActSentSchema,
  PointSheetQuerySchema,
  WorkPointQuerySchema,
} from '../supervision/work-point-schemas.ts';
import { pointFor, workPointPage, workPointSheet, workPointView } from '../supervision/work-point-view.ts';
import { sendFile, takeUploads, uploadOf, XLSX } from '../upload.ts';

const ProofParams = Type.Object(
  { id: Type.String({ maxLength: 100 }), fileId: Type.String({ maxLength: 64 }) },
  { additionalProperties: false },
);

export function workPointRoutes(desk: FastifyInstance, deps: DeskDeps): void {
  const typed = desk.withTypeProvider<TypeBoxTypeProvider>();
  const { house } = deps;
  typed.get('/api/work-points', { schema: { querystring: WorkPointQuerySchema } }, async (request, reply) =>
    answer(await workPointPage(officerOf(request), request.query, house), request, reply),
  );
  typed.post('/api/work-points', { schema: { body: NewPointSchema } }, async (request, reply) => {
    const { dueOn, ...rest } = request.body;
    const officer = officerOf(request);
    const command = { verb: 'listPoint', ...rest, dueOn: civil(dueOn) } as const;
    const done = await perform(house, listPointStairs, officer, command);
    return answer(isRefusal(done) ? done : await workPointPage(officer, { year: rest.year }, house), request, reply);
  });
  typed.post('/api/work-points/export', { schema: { querystring: WorkPointQuerySchema } }, async (request, reply) => {
    const page = await workPointPage(officerOf(request), request.query, house);
    if (isRefusal(page)) return answer(page, request, reply);
    const sheet = workPointSheet(page);
    return sendFile(reply, await writeFilled(sheet), XLSX, `${sheet.title}.xlsx`);
  });
  typed.get('/api/work-points/template', async (request, reply) => {
    const agencies = enter('findings', officerOf(request));
    if (isRefusal(agencies)) return answer(agencies, request, reply);
    return sendFile(reply, await writeTemplate('工作要点', WORK_POINT_COLUMNS), XLSX, '工作要点模板.xlsx');
  });
  typed.get('/api/work-points/:id', { schema: { params: IdSchema } }, async (request, reply) =>
    answer(await workPointView(officerOf(request), request.params.id, house), request, reply),
  );
  typed.post(
    '/api/work-points/:id/acts',
    { schema: { params: IdSchema, body: PointActSentSchema } },
    async (request, reply) =>
      answer(await act(request.params.id, request.body, officerOf(request), deps), request, reply),
  );
  desk.register(async (scope) => {
    takeUploads(scope);
    scope
      .withTypeProvider<TypeBoxTypeProvider>()
      .post('/api/work-points/sheet', { schema: { querystring: PointSheetQuerySchema } }, async (request, reply) => {
        const officer = officerOf(request);
        const agencies = enter('findings', officer);
        if (isRefusal(agencies)) return answer(agencies, request, reply);
        const uploaded = await uploadOf(request);
        if (isRefusal(uploaded)) return answer(uploaded, request, reply);
        const permission = permitInSome(officer, (as) => permitList(as, uploaded.agencyId));
        if (!permission.allowed) return answer(permission.refusal, request, reply);
        const read = await readPointSheet(house, officer, uploaded.agencyId, uploaded.file, request.query);
        return 'says' in read ? answer(read, request, reply) : answerIssues(read, request, reply);
      });
  });
  desk.register(async (scope) => {
    scope.register(multipart, ONE_FILE);
    const files = scope.withTypeProvider<TypeBoxTypeProvider>();
    files.post(
      '/api/work-points/:id/files',
      { schema: { params: IdSchema }, bodyLimit: ONE_FILE_BODY },
      async (request, reply) => answer(await keepProof(request, request.params.id, deps), request, reply),
    );
    files.get('/api/work-points/:id/files/:fileId', { schema: { params: ProofParams } }, async (request, reply) => {
      const { id, fileId } = request.params;
      return answerFile(await download(id, fileId, officerOf(request), deps, reply), request, reply);
    });
  });
}

/** 以所见为准 [SEC-8]: what has moved on since it was shown is not acted on. */
async function act(
  id: string,
  { seen, act: sent }: PointActSent,
  officer: Officer,
  { house, files }: DeskDeps,
): Promise<WorkPointView | Refusal> {
  const found = await pointFor(officer, id, house);
  if (isRefusal(found)) return found;
  const onScreen: typeof pointStairs = {
    ...pointStairs,
    async load(tx, command, scene) {
      const loaded = await pointStairs.load(tx, command, scene);
      return isRefusal(loaded) || loaded.point.version === seen ? loaded : STALE;
    },
  };
  const command = (sent.verb === 'revise' ? { ...sent, dueOn: civil(sent.dueOn) } : sent) as PointCommand;
  const done = await perform(house, onScreen, officer, { ...command, pointId: id });
  if (isRefusal(done)) return done;
  if (sent.verb === 'dropProof' && found.proofs.some((one) => one.id === sent.proofId && one.type === 'file'))
    await files.remove(sent.proofId);
  return workPointView(officer, id, house);
}

const STALE = refuse(
  'STALE',
  POINT_BASIS,
  '你打开这个页面以后，这一项有了变化，这一步没有办理。请刷新页面，看过再定。',
);

/** Asked before anything is read: a stranger's upload is not even kept in quarantine. */
async function keepProof(
  request: FastifyRequest,
  id: string,
  { house, files }: DeskDeps,
): Promise<WorkPointView | Refusal> {
  const officer = officerOf(request);
  const point = await pointFor(officer, id, house);
  if (isRefusal(point)) return point;
  const permission = permitInSome(officer, (as) => permitPoint(as, 'proveByFile', point));
  if (!permission.allowed) return permission.refusal;
  const done = await takeOneFile(request, files, (file) =>
    perform(house, pointStairs, officer, { verb: 'proveByFile', pointId: id, file }),
  );
  return isRefusal(done) ? done : workPointView(officer, id, house);
}

async function download(
  id: string,
  fileId: string,
  officer: Officer,
  { house, files }: DeskDeps,
  reply: FastifyReply,
): Promise<FastifyReply | Refusal> {
  const point = await pointFor(officer, id, house);
  if (isRefusal(point)) return point;
  const proof = point.proofs.find((one) => one.id === fileId);
  if (proof?.type !== 'file') return NO_SUCH_POINT;
  return sendKept(reply, files, proof);
}

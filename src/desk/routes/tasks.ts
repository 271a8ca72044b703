/** 协办 [REQ-81]: the asked agency sees its own tasks, with what was asked and the files attached to them, and nothing else of a file. */
import multipart from '@fastify/multipart';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { type Static, Type } from 'typebox';
import type { AgencyId } from '../../people/agency.ts';
import { perform } from '../../perform.ts';
import { quarantinedAmong } from '../../platform/files/quarantine.ts';
import type { FileCommand } from '../../requests/commands.ts';
import type { RequestFile } from '../../requests/info-request.ts';
import { permitAct } from '../../requests/permissions.ts';
import { NO_SUCH_ATTACHMENT, permitRequestFile } from '../../requests/request-files.ts';
import {
  attachmentName,
  attachmentStairs,
  findAttachment,
  listAttachments,
  loadRequestFile,
  withAttachments,
} from '../../requests/store/request-files.ts';
import { requestStairs } from '../../requests/store/stairs.ts';
import { tasksFor } from '../../requests/store/tasks.ts';
import { type Task, taskId, taskOf } from '../../requests/tasks/task.ts';
import { art } from '../../statute/articles.ts';
import { civilDateAt } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import { agencyNames } from '../agency-names.ts';
import { answer } from '../answer.ts';
import type { TaskActSent, TasksView, TaskView } from '../contract.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { ONE_FILE, ONE_FILE_BODY, sendKept } from '../one-file.ts';
import { enter, type Officer } from '../reach.ts';
import { keepAttachment } from '../requests/keep-attachment.ts';
import { owedView } from '../requests/owed-view.ts';
import { TaskActSentSchema } from '../requests/request-acts.ts';
import { taskLine, taskView } from '../requests/task-view.ts';

const Id = Type.String({ maxLength: 64 });
const TaskSchema = Type.Object({ id: Id, n: Type.Integer({ minimum: 1 }) });
const TaskFileSchema = Type.Object({ id: Id, n: Type.Integer({ minimum: 1 }), fileId: Id });
type TaskAddress = Static<typeof TaskSchema>;

/** The same for a task that is another agency's and for one that does not exist. */
const NO_SUCH_TASK = refuse('NO_SUCH_FILE', art(4), '没有这项协办，请刷新列表后重新选择。');
const STALE = refuse('STALE', art(4), '你打开这个页面以后，这项协办有了变化。这一步没有办理，请刷新页面，看过再定。');

export function taskRoutes(desk: FastifyInstance, deps: DeskDeps): void {
  desk.register(async (scope) => {
    scope.register(multipart, ONE_FILE);
    const typed = scope.withTypeProvider<TypeBoxTypeProvider>();

    typed.get('/api/owed', async (request, reply) => answer(await owedView(officerOf(request), deps), request, reply));

    typed.get('/api/tasks', async (request, reply) => answer(await listed(officerOf(request), deps), request, reply));

    typed.get('/api/tasks/:id/:n', { schema: { params: TaskSchema } }, async (request, reply) =>
      answer(await shown(request.params, officerOf(request), deps), request, reply),
    );

    typed.post(
      '/api/tasks/:id/:n/acts',
      { schema: { params: TaskSchema, body: TaskActSentSchema } },
      async (request, reply) =>
        answer(await act(request.params, request.body, officerOf(request), deps), request, reply),
    );

    typed.post(
      '/api/tasks/:id/:n/files',
      { schema: { params: TaskSchema }, bodyLimit: ONE_FILE_BODY },
      async (request, reply) => {
        const officer = officerOf(request);
        const found = await find(request.params, officer, deps);
        if (isRefusal(found)) return answer(found, request, reply);
        const { id: requestId, n } = request.params;
        const shut = permitAct(officer, 'answerTask', found.file, { task: n });
        if (!shut.allowed) return answer(shut.refusal, request, reply);
        const own = taskId(requestId, n);
        const where = { requestId, purpose: 'task', taskId: own, taskIds: new Set([own]) } as const;
        const problem = await keepAttachment(request, officer, where, deps);
        return answer(problem ?? (await shown(request.params, officer, deps)), request, reply);
      },
    );

    typed.delete('/api/tasks/:id/:n/files/:fileId', { schema: { params: TaskFileSchema } }, async (request, reply) => {
      const officer = officerOf(request);
      const removed = await remove(request.params, officer, deps);
      return answer(isRefusal(removed) ? removed : await shown(request.params, officer, deps), request, reply);
    });

    typed.get('/api/tasks/:id/:n/files/:fileId', { schema: { params: TaskFileSchema } }, async (request, reply) => {
      const sent = await download(request.params, officerOf(request), deps, reply);
      return isRefusal(sent) ? answer(sent, request, reply) : sent;
    });
  });
}

interface Found {
  readonly file: RequestFile;
  readonly task: Task;
  readonly agencies: readonly AgencyId[];
}

async function find({ id, n }: TaskAddress, officer: Officer, { house }: DeskDeps): Promise<Found | Refusal> {
  const agencies = enter('tasks', officer);
  if (isRefusal(agencies)) return agencies;
  const file = await loadRequestFile(house.db, id);
  const task = file && taskOf(file.facts, n);
  return file && task && agencies.includes(task.to) ? { file, task, agencies } : NO_SUCH_TASK;
}

async function listed(officer: Officer, { house }: DeskDeps): Promise<TasksView | Refusal> {
  const agencies = enter('tasks', officer);
  if (isRefusal(agencies)) return agencies;
  const [today, calendar, nameOf] = [civilDateAt(house.now()), house.calendar(), await agencyNames(house.db)];
  const lines = [];
  for (const { requestId, n } of await tasksFor(house.db, agencies)) {
    const file = await loadRequestFile(house.db, requestId);
    const task = file && taskOf(file.facts, n);
    if (file && task) lines.push(taskLine(file, task, { today, calendar, nameOf }));
  }
  return { today, lines };
}

async function shown(address: TaskAddress, officer: Officer, deps: DeskDeps): Promise<TaskView | Refusal> {
  const found = await find(address, officer, deps);
  if (isRefusal(found)) return found;
  const { file, task } = found;
  const { house, keys } = deps;
  const own = taskId(address.id, address.n);
  const files = (await listAttachments(house.db, address.id, keys)).filter((one) => one.taskId === own);
  const nameOf = await agencyNames(house.db);
  const quarantined = await quarantinedAmong(
    house.db,
    files.map(({ id }) => id),
  );
  return taskView(file, task, files, quarantined, officer, {
    today: civilDateAt(house.now()),
    calendar: house.calendar(),
    nameOf,
  });
}

async function act(
  address: TaskAddress,
  { seen, act: sent, fileIds = [] }: TaskActSent,
  officer: Officer,
  deps: DeskDeps,
): Promise<TaskView | Refusal> {
  const found = await find(address, officer, deps);
  if (isRefusal(found)) return found;
  const command = { ...sent, requestId: address.id, task: address.n } as FileCommand;
  const done = await perform(
    deps.house,
    withAttachments(onTask(requestStairs(deps.keys), address.n, seen), fileIds, taskId(address.id, address.n)),
    officer,
    command,
  );
  return isRefusal(done) ? done : shown(address, officer, deps);
}

/** 以所见为准 [SEC-8], of the task alone: what else happens to the file is not the liaison's to know. */
function onTask(stairs: ReturnType<typeof requestStairs>, n: number, seen: number): ReturnType<typeof requestStairs> {
  return {
    ...stairs,
    async load(tx, command, scene) {
      const loaded = await stairs.load(tx, command, scene);
      if (isRefusal(loaded) || loaded.file === null) return loaded;
      return taskOf(loaded.file.facts, n)?.facts.at(-1)?.n === seen ? loaded : STALE;
    },
  };
}

async function remove({ id, n, fileId }: Static<typeof TaskFileSchema>, officer: Officer, deps: DeskDeps) {
  const found = await find({ id, n }, officer, deps);
  if (isRefusal(found)) return found;
  const attachment = await findAttachment(deps.house.db, fileId);
  if (attachment?.taskId !== taskId(id, n)) return NO_SUCH_ATTACHMENT;
  const command = { verb: 'removeFile', requestId: id, fileId } as const;
  const done = await perform(deps.house, attachmentStairs(deps.keys), officer, command);
  if (!isRefusal(done)) await deps.files.remove(fileId);
  return done;
}

async function download(
  { id, n, fileId }: Static<typeof TaskFileSchema>,
  actor: Officer,
  deps: DeskDeps,
  reply: FastifyReply,
) {
  const found = await find({ id, n }, actor, deps);
  if (isRefusal(found)) return found;
  const { house, keys, files } = deps;
  const attachment = await findAttachment(house.db, fileId);
  const own = taskId(id, n);
  if (attachment?.taskId !== own) return NO_SUCH_ATTACHMENT;
  const permission = permitRequestFile({ actor, taskIds: new Set([own]) }, attachment, found.file);
  if (!permission.allowed) return permission.refusal;
  return sendKept(reply, files, { ...attachment, name: await attachmentName(house.db, fileId, keys) });
}

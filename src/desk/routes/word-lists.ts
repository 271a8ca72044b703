/** 县里的词库 [REV-22, REV-23]: what is looked for beside the shipped words, every version of it, and a sheet that replaces it. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { permitInSome } from '../../people/actor.ts';
import { listAgencies, namesOfOfficers } from '../../people/store.ts';
import { type House, perform } from '../../perform.ts';
import { writeFilled, writeTemplate } from '../../platform/papers/sheet.ts';
import { permitWords, WORD_ROLES, WORDS_BASIS } from '../../review/replace-words.ts';
import { SHIPPED_WORDS } from '../../review/shipped-words.ts';
import { findWords, wordStairs, wordVersions } from '../../review/store.ts';
import { WORD_COLUMNS, wordRows } from '../../review/word-sheet.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import { answer, answerIssues } from '../answer.ts';
import type { WordListsView } from '../contract/word-lists.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { readWordSheet } from '../publications/read-word-sheet.ts';
import {
  EndWordsSchema,
  WordAgencySchema,
  WordSheetQuerySchema,
  WordVersionSchema,
} from '../publications/word-list-schemas.ts';
import { agenciesWith, enter, type Officer, refuseAgency, termsOf } from '../reach.ts';
import { sendFile, takeUploads, uploadOf, XLSX } from '../upload.ts';

export function wordListRoutes(desk: FastifyInstance, { house }: DeskDeps): void {
  const typed = desk.withTypeProvider<TypeBoxTypeProvider>();
  desk.get('/api/word-lists', async (request, reply) =>
    answer(await wordListsView(officerOf(request), house), request, reply),
  );
  desk.get('/api/word-lists/template', async (request, reply) => {
    const agencies = enter('publications', officerOf(request));
    if (isRefusal(agencies)) return answer(agencies, request, reply);
    return sendFile(reply, await writeTemplate('词库', WORD_COLUMNS), XLSX, '词库模板.xlsx');
  });
  typed.get('/api/word-lists/:agencyId/:version', { schema: { params: WordVersionSchema } }, async (request, reply) => {
    const { agencyId, version } = request.params;
    const closed = refuseAgency('publications', officerOf(request), agencyId);
    if (closed) return answer(closed, request, reply);
    const words = await findWords(house.db, agencyId, version);
    if (!words) return answer(NO_SUCH_VERSION, request, reply);
    // The same heads as the template, so that it can be mended and uploaded again.
    const sheet = { title: '词库', heads: WORD_COLUMNS.map(({ head }) => head), lines: wordRows(words), notes: [] };
    return sendFile(reply, await writeFilled(sheet), XLSX, `词库第${version}版.xlsx`);
  });
  typed.post(
    '/api/word-lists/:agencyId/end',
    { schema: { params: WordAgencySchema, body: EndWordsSchema } },
    async (request, reply) => {
      const officer = officerOf(request);
      const { agencyId } = request.params;
      const closed = refuseAgency('publications', officer, agencyId);
      if (closed) return answer(closed, request, reply);
      const done = await perform(house, wordStairs, officer, { verb: 'endWords', agencyId, seen: request.body.seen });
      return answer(isRefusal(done) ? done : await wordListsView(officer, house), request, reply);
    },
  );
  desk.register(async (scope) => {
    takeUploads(scope);
    scope
      .withTypeProvider<TypeBoxTypeProvider>()
      .post('/api/word-lists/sheet', { schema: { querystring: WordSheetQuerySchema } }, async (request, reply) => {
        const officer = officerOf(request);
        const agencies = enter('publications', officer);
        if (isRefusal(agencies)) return answer(agencies, request, reply);
        const uploaded = await uploadOf(request);
        if (isRefusal(uploaded)) return answer(uploaded, request, reply);
        const permission = permitInSome(officer, (as) => permitWords(as, uploaded.agencyId));
        if (!permission.allowed) return answer(permission.refusal, request, reply);
        const read = await readWordSheet(house, officer, uploaded.agencyId, uploaded.file, request.query);
        return Array.isArray(read) ? answerIssues(read, request, reply) : answer(read as object, request, reply);
      });
  });
}

const NO_SUCH_VERSION = refuse('NO_SUCH_VERSION', WORDS_BASIS, '没有这一版词库，请刷新列表。');

async function wordListsView(officer: Officer, { db }: House): Promise<WordListsView | Refusal> {
  const reached = enter('publications', officer);
  if (isRefusal(reached)) return reached;
  const [agencies, versions] = await Promise.all([listAgencies(db), wordVersions(db, reached)]);
  const names = await namesOfOfficers(db, [...new Set(versions.map(({ by }) => by))]);
  const own = agenciesWith(WORD_ROLES, officer);
  return {
    agencies: agencies.filter(({ id }) => own.includes(id)).map(({ id, name }) => ({ name: id, term: name })),
    mayNot: own.length > 0 ? null : `词库由${termsOf(WORD_ROLES)}上传，你可以看和下载。`,
    shipped: { words: SHIPPED_WORDS.words.length, allowed: SHIPPED_WORDS.allowed.length },
    lists: agencies.flatMap(({ id, name }) => {
      const of = versions.filter(({ agencyId }) => agencyId === id);
      if (of.length === 0) return [];
      return [
        {
          ...{ agencyId: id, agency: name },
          versions: of.map(({ agencyId: _, by, ...version }) => ({
            ...version,
            by: names.get(by) ?? (by === 'system' ? '系统' : '已离任人员'),
          })),
        },
      ];
    }),
  };
}

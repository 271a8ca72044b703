/** 更正本人信息申请 (《条例》第四十一条): registered, decided, sent; its letters and, for a reason, who applied. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { perform } from '../../perform.ts';
import type { Applicant } from '../../requests/info-request.ts';
import { drawnUp } from '../../requests/letters/draw-up.ts';
import { permitIdentity } from '../../requests/permissions.ts';
import type { CorrectionCommand } from '../../requests/personal-corrections/commands.ts';
import { CORRECTION_FACT_TERMS } from '../../requests/personal-corrections/facts.ts';
import { CORRECTION_LETTERS, type CorrectionLetterName } from '../../requests/personal-corrections/letter-kinds.ts';
import type { CorrectionLetter } from '../../requests/personal-corrections/letters.ts';
import { correctionIdentityStairs } from '../../requests/store/personal-corrections/identity.ts';
import { findCorrectionLetter, maskedNameOfCorrection } from '../../requests/store/personal-corrections/lists.ts';
import { correctionStairs, findCorrection } from '../../requests/store/personal-corrections/stairs.ts';
import { art } from '../../statute/articles.ts';
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts';
import { answer } from '../answer.ts';
import type { CorrectionFileView } from '../contract/personal-corrections.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { unmoved } from '../on-screen.ts';
import { enter, type Officer } from '../reach.ts';
import {
  type CorrectionActSent,
  CorrectionActSentSchema,
  CorrectionLetterSchema,
  type NewCorrection,
  NewCorrectionSchema,
} from '../requests/correction-schemas.ts';
import { correctionFor, correctionPage, correctionView } from '../requests/correction-view.ts';
import { IdentityReasonSchema, IdSchema, PageQuerySchema } from '../schemas.ts';
import { sendFile } from '../upload.ts';
import { FORMATS, NO_SUCH_LETTER } from './letters.ts';

export function personalCorrectionRoutes(desk: FastifyInstance, deps: DeskDeps): void {
  const typed = desk.withTypeProvider<TypeBoxTypeProvider>();
  typed.get('/api/personal-corrections', { schema: { querystring: PageQuerySchema } }, async (request, reply) =>
    answer(await correctionPage(officerOf(request), request.query.page ?? 1, deps.house), request, reply),
  );
  typed.post('/api/personal-corrections', { schema: { body: NewCorrectionSchema } }, async (request, reply) =>
    answer(await register(request.body, officerOf(request), deps), request, reply),
  );
  typed.get('/api/personal-corrections/:id', { schema: { params: IdSchema } }, async (request, reply) =>
    answer(await correctionView(officerOf(request), request.params.id, deps), request, reply),
  );
  typed.post(
    '/api/personal-corrections/:id/acts',
    { schema: { params: IdSchema, body: CorrectionActSentSchema } },
    async (request, reply) =>
      answer(await act(request.params.id, request.body, officerOf(request), deps), request, reply),
  );
  typed.post(
    '/api/personal-corrections/:id/identity',
    { schema: { params: IdSchema, body: IdentityReasonSchema } },
    async (request, reply) => {
      const { id } = request.params;
      const found = await correctionFor(officerOf(request), id, deps.house);
      if (isRefusal(found)) return answer(found, request, reply);
      const command = { verb: 'openIdentity', correctionId: id, reason: request.body.reason } as const;
      return answer(
        await perform(deps.house, correctionIdentityStairs(deps.keys), officerOf(request), command),
        request,
        reply,
      );
    },
  );
  // Not a GET: to draw up a letter with a name is to look at it, and that leaves a trace.
  typed.post(
    '/api/personal-corrections/:id/letters/:n/:kind/:format',
    { schema: { params: CorrectionLetterSchema } },
    async (request, reply) => {
      const { id, n, kind, format } = request.params;
      const found = await letterFor(officerOf(request), id, n, kind, deps);
      if (isRefusal(found)) return answer(found, request, reply);
      const { made, type } = FORMATS[format];
      const { paper, number } = found.letter;
      const name = `${CORRECTION_LETTERS[kind].term}${number ? ` ${number}` : ''}.${format}`;
      return sendFile(reply, await made(drawnUp(paper, found.applicant)), type, name);
    },
  );
}

async function register(
  { submission, ...sent }: NewCorrection,
  officer: Officer,
  deps: DeskDeps,
): Promise<CorrectionFileView | Refusal> {
  const { house, keys } = deps;
  const agencies = enter('requests', officer);
  if (isRefusal(agencies)) return agencies;
  const stairs = correctionStairs(keys);
  const once: typeof stairs = {
    ...stairs,
    async load(tx, command, scene) {
      // First the series of numbers is locked: of two at once the second sees what the first has registered.
      const loaded = await stairs.load(tx, command, scene);
      const known = await findCorrection(tx, submission);
      if (!known) return loaded;
      return refuse('STALE', art(45), `这件更正申请刚才已经登记，登记号是${known.correction.number}，没有再登记一次。`);
    },
  };
  const made = await perform({ ...house, newId: () => submission }, once, officer, {
    verb: 'registerCorrection',
    ...sent,
  } as CorrectionCommand);
  return isRefusal(made) ? made : correctionView(officer, made.correction.id, deps);
}

/** 以所见为准 [SEC-8]: what has moved on since it was shown is not acted on. */
async function act(
  id: string,
  { seen, act: sent }: CorrectionActSent,
  officer: Officer,
  deps: DeskDeps,
): Promise<CorrectionFileView | Refusal> {
  const { house, keys } = deps;
  const found = await correctionFor(officer, id, house);
  if (isRefusal(found)) return found;
  const stairs = correctionStairs(keys);
  const onScreen = unmoved(stairs, seen, {
    factsOf: ({ file }) => file?.facts,
    terms: CORRECTION_FACT_TERMS,
    what: '案卷',
    basis: art(45),
  });
  const done = await perform(house, onScreen, officer, { ...sent, correctionId: id } as CorrectionCommand);
  return isRefusal(done) ? done : correctionView(officer, id, deps);
}

async function letterFor(
  officer: Officer,
  id: string,
  n: number,
  kind: CorrectionLetterName,
  { house, keys }: DeskDeps,
): Promise<{ readonly letter: CorrectionLetter; readonly applicant: Applicant | undefined } | Refusal> {
  const file = await correctionFor(officer, id, house);
  if (isRefusal(file)) return file;
  const letter = await findCorrectionLetter(house.db, id, n, kind);
  if (!letter) return NO_SUCH_LETTER;
  if (!permitIdentity(officer, file.correction.agencyId).allowed) {
    const name = (await maskedNameOfCorrection(house.db, id)) ?? '';
    const hidden = '（不显示）';
    return { letter, applicant: { name, identity: '', phone: hidden, email: '', address: hidden, representative: '' } };
  }
  const command = { verb: 'openIdentity', correctionId: id, reason: 'letter' } as const;
  const applicant = await perform(house, correctionIdentityStairs(keys), officer, command);
  if (isRefusal(applicant)) return applicant.code === 'NO_SUCH_IDENTITY' ? { letter, applicant: undefined } : applicant;
  return { letter, applicant };
}

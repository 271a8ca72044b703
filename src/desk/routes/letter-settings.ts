/** 文书设置: read by whoever handles applications, changed by the head of the disclosure office. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { perform } from '../../perform.ts';
import { ADAPTABLE_NAMES, adaptable } from '../../requests/letters/adaptable.ts';
import { courtOf, reviewBodyOf } from '../../requests/letters/review-body.ts';
import { type LetterSettingCommand, permitLetterSettings } from '../../requests/letters/settings.ts';
import { IDENTITY_FIELDS } from '../../requests/letters/wording.ts';
import { letterSettingStairs } from '../../requests/store/letter-settings.ts';
import { letterOffice } from '../../requests/store/letters.ts';
import { art } from '../../statute/articles.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import { agencyNames, agencyTerms } from '../agency-names.ts';
import { answer } from '../answer.ts';
import type { LetterSettingsView } from '../contract.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { enter, type Officer, refuseAgency } from '../reach.ts';

const Words = (maxLength: number) => Type.String({ maxLength });
const closed = { additionalProperties: false };
const QuerySchema = Type.Object({ agencyId: Type.Optional(Words(100)) }, closed);
const ParticularsSchema = Type.Object(
  {
    agencyId: Words(100),
    mark: Words(20),
    reviewBody: Words(100),
    court: Words(100),
    onlineReview: Words(200),
    payment: Words(300),
  },
  closed,
);
const WordingSchema = Type.Object(
  { agencyId: Words(100), kind: Words(40), wording: Type.Union([Words(20_000), Type.Null()]) },
  closed,
);
export type LetterParticularsSent = Static<typeof ParticularsSchema>;
export type LetterWordingSent = Static<typeof WordingSchema>;

export function letterSettingRoutes(desk: FastifyInstance, { house }: DeskDeps): void {
  const typed = desk.withTypeProvider<TypeBoxTypeProvider>();
  const change = async (command: LetterSettingCommand, request: FastifyRequest, reply: FastifyReply) => {
    const officer = officerOf(request);
    const refusal = refuseAgency('requests', officer, command.agencyId);
    const done = refusal ?? (await perform(house, letterSettingStairs, officer, command));
    return answer(isRefusal(done) ? done : await viewOf(officer, command.agencyId, house), request, reply);
  };

  typed.get('/api/letter-settings', { schema: { querystring: QuerySchema } }, async (request, reply) =>
    answer(await viewOf(officerOf(request), request.query.agencyId, house), request, reply),
  );
  typed.post('/api/letter-settings', { schema: { body: ParticularsSchema } }, async (request, reply) => {
    const { agencyId, mark, ...particulars } = request.body;
    return change({ verb: 'enterParticulars', agencyId, mark, particulars }, request, reply);
  });
  typed.post('/api/letter-settings/wordings', { schema: { body: WordingSchema } }, async (request, reply) =>
    change({ verb: 'adoptWording', ...request.body }, request, reply),
  );
}

async function viewOf(
  officer: Officer,
  asked: string | undefined,
  { db }: DeskDeps['house'],
): Promise<LetterSettingsView | Refusal> {
  const agencies = enter('requests', officer);
  if (isRefusal(agencies)) return agencies;
  const agencyId = asked ?? (agencies.includes(officer.agencyId) ? officer.agencyId : agencies[0]!);
  const refusal = refuseAgency('requests', officer, agencyId);
  if (refusal) return refusal;
  const office = (await letterOffice(db, agencyId))!;
  const bare = { ...office, particulars: {} };
  const { reviewBody = '', court = '', onlineReview = '', payment = '' } = office.particulars;
  const permission = permitLetterSettings(officer, { agencyId });
  return {
    agencyId,
    agencies: agencyTerms(agencies, await agencyNames(db)),
    mark: office.mark === office.name ? '' : office.mark,
    reviewBody,
    court,
    onlineReview,
    payment,
    inGeneral: { reviewBody: reviewBodyOf(bare), court: courtOf(bare) },
    kinds: ADAPTABLE_NAMES.map((kind) => {
      const { term, basis, must, fields, wording } = adaptable(kind)!;
      const adopted = office.wordings[kind];
      const shown = { wording: adopted ?? wording, adopted: adopted !== undefined };
      return { kind, term, basis, must, fields: [...IDENTITY_FIELDS, ...fields], ...shown };
    }),
    change: {
      verb: 'changeLetters',
      term: '修改文书设置',
      basis: art(36),
      allowed: permission.allowed,
      why: permission.allowed ? null : permission.refusal.says,
      causes: '以后制发的文书照此办理；已经制发的不变。',
      roles: '公开工作机构负责人',
    },
  };
}

/** 正文里的图片 [PUB-64…66]: put in by an editor; seen by who writes for the agency and by who may read the document it stands in. */
import { Readable } from 'node:stream';
import multipart from '@fastify/multipart';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { FILE_KINDS } from '../../platform/files/file-kinds.ts';
import { PICTURE_BYTES } from '../../platform/files/limits.ts';
import { cleanBody } from '../../publications/body.ts';
import { permitPicture } from '../../publications/permissions.ts';
import { addressOfPicture, type BodyPicture, picturesIn, sizeFor } from '../../publications/picture.ts';
import { findPictures } from '../../publications/store/pictures.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import { answer } from '../answer.ts';
import type { PictureView } from '../contract.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { NO_UPLOAD } from '../one-file.ts';
import { keepPicture } from '../publications/keep-picture.ts';
import { documentFor, NO_SUCH_DOCUMENT } from '../publications/publication-view.ts';
import { agenciesIn, enter } from '../reach.ts';

const closed = { additionalProperties: false };
const ForAgency = Type.Object({ agencyId: Type.String({ maxLength: 100 }) }, closed);
const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' });
const OfAgency = Type.Object({ hash: Hash });
const OfDocument = Type.Object({ id: Type.String({ maxLength: 100 }), hash: Hash });

export function pictureRoutes(desk: FastifyInstance, deps: DeskDeps): void {
  desk.register(async (scope) => {
    scope.register(multipart, {
      limits: { fileSize: PICTURE_BYTES, files: 1, fields: 0, parts: 1, headerPairs: 20, fieldNameSize: 50 },
    });
    const typed = scope.withTypeProvider<TypeBoxTypeProvider>();
    typed.post(
      '/api/publication-pictures',
      { schema: { querystring: ForAgency }, bodyLimit: PICTURE_BYTES + 1024 * 1024 },
      async (request, reply) => answer(await keep(request, request.query.agencyId, deps), request, reply),
    );
    typed.get('/api/publication-pictures/:hash', { schema: { params: OfAgency } }, async (request, reply) => {
      const found = await ownPicture(request, request.params.hash, deps);
      return isRefusal(found) ? answer(found, request, reply) : send(found, deps, reply);
    });
    typed.get('/api/publications/:id/pictures/:hash', { schema: { params: OfDocument } }, async (request, reply) => {
      const found = await pictureOf(request, request.params, deps);
      return isRefusal(found) ? answer(found, request, reply) : send(found, deps, reply);
    });
  });
}

async function keep(request: FastifyRequest, agencyId: string, deps: DeskDeps): Promise<PictureView | Refusal> {
  const officer = officerOf(request);
  const reach = enter('publications', officer);
  if (isRefusal(reach)) return reach;
  const permission = permitPicture(officer, agencyId);
  if (!permission.allowed) return permission.refusal;
  const sent = request.isMultipart() ? await request.file() : undefined;
  if (sent?.fieldname !== 'file') return NO_UPLOAD;
  const kept = await keepPicture(await sent.toBuffer(), agencyId, officer, deps);
  if (isRefusal(kept)) return kept;
  const { width, height } = kept.sizes.at(-1)!;
  return { address: addressOfPicture(kept.sha256), width, height };
}

/** Of an agency the officer writes for: it may stand in no document yet. */
async function ownPicture(request: FastifyRequest, hash: string, { house }: DeskDeps): Promise<BodyPicture | Refusal> {
  const officer = officerOf(request);
  const reach = enter('publications', officer);
  if (isRefusal(reach)) return reach;
  const writesFor = agenciesIn('publications', officer).filter((agencyId) => permitPicture(officer, agencyId).allowed);
  return (await findPictures(house.db, hash, writesFor)) ?? NO_SUCH_DOCUMENT;
}

async function pictureOf(
  request: FastifyRequest,
  { id, hash }: { readonly id: string; readonly hash: string },
  { house }: DeskDeps,
): Promise<BodyPicture | Refusal> {
  const found = await documentFor(house, officerOf(request), id);
  if (isRefusal(found)) return found;
  const { draft, live, agencyId } = found.document;
  const stands = [draft, live].some((edition) => edition && picturesIn(cleanBody(edition.bodyHtml)).includes(hash));
  return (stands && (await findPictures(house.db, hash, [agencyId]))) || NO_SUCH_DOCUMENT;
}

function send(picture: BodyPicture, { files }: DeskDeps, reply: FastifyReply): FastifyReply {
  const { id } = sizeFor(picture, 960);
  return reply
    .type(FILE_KINDS[picture.kind].type)
    .header('cache-control', 'no-store')
    .header('content-disposition', 'inline')
    .send(Readable.from(files.read(id)));
}

/** 上传 Word 稿件: read into the body of a document with a report, for the editor to look at; nothing but its pictures is kept until he drafts or revises. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { WordBody } from '../../platform/papers/word/word-reading.ts';
import { cleanBody, plainText } from '../../publications/body.ts';
import { BODY_LETTERS } from '../../publications/body-signs.ts';
import { permit } from '../../publications/permissions.ts';
import { addressOfPicture, type BodyPicture, MOST_PICTURES } from '../../publications/picture.ts';
import { titleIn } from '../../publications/word-title.ts';
import { refuseWord, wordReport } from '../../publications/word-upload.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import { answer } from '../answer.ts';
import type { WordRead } from '../contract.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { keepPicture } from '../publications/keep-picture.ts';
import { enter, type Officer } from '../reach.ts';
import { takeUploads, uploadOf } from '../upload.ts';

export function wordUploadRoute(desk: FastifyInstance, deps: DeskDeps): void {
  desk.register(async (scope) => {
    takeUploads(scope);
    scope.post('/api/publication-word', async (request, reply) => answer(await read(request, deps), request, reply));
  });
}

async function read(request: FastifyRequest, deps: DeskDeps): Promise<WordRead | Refusal> {
  const officer = officerOf(request);
  const reach = enter('publications', officer);
  if (isRefusal(reach)) return reach;
  const uploaded = await uploadOf(request);
  if (isRefusal(uploaded)) return uploaded;
  const permission = permit('draft', officer, { agencyId: uploaded.agencyId });
  if (!permission.allowed) return permission.refusal;
  const word = await deps.readWord(uploaded.file);
  if (typeof word === 'string') return refuseWord(word);
  const words = cleanBody(word.html);
  if (words.length > BODY_LETTERS) return refuseWord('tooMuch');
  if (plainText(words) === '' && word.media.size === 0) return refuseWord('empty');
  const { html, lost } = await withPictures(word, uploaded.agencyId, officer, deps);
  const { pictures, taken, ...others } = word.traces;
  const bodyHtml = cleanBody(html);
  return {
    bodyHtml,
    titled: titleIn(bodyHtml) ?? null,
    report: wordReport({ ...others, pictures: pictures + lost, taken: taken - lost }, word.margins),
  };
}

/** [PUB-68] Each picture is kept as one that is put in by hand; the kinds that are not taken are left out and counted. */
async function withPictures({ html, media }: WordBody, agencyId: string, officer: Officer, deps: DeskDeps) {
  const kept = new Map<string, BodyPicture>();
  for (const [address, { content, cut }] of [...media].slice(0, MOST_PICTURES)) {
    const picture = await keepPicture(Buffer.from(content), agencyId, officer, deps, cut);
    if (!isRefusal(picture)) kept.set(address, picture);
  }
  let lost = 0;
  const placed = html.replace(/<img src="(word:[^"]*)"/g, (_, address: string) => {
    const picture = kept.get(address);
    if (!picture) lost += 1;
    const { width, height } = picture?.sizes.at(-1) ?? {};
    return picture ? `<img src="${addressOfPicture(picture.sha256)}" width="${width}" height="${height}"` : '<img';
  });
  return { html: lost > 0 ? placed.replace(/<p><img alt="[^"]*"><\/p>/g, '') : placed, lost };
}

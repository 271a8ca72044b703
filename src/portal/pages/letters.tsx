/**
 * 互动回应: 写信, 查询, 公开的来信和统计. What is public comes from the masked columns alone; number and code show the writer his own letter. A letter
 * comes in by the same narrow intake as an application, and the two doors lead to each other with the text already written.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LETTER_KIND_NAMES, type LetterKindName } from '../../interaction/citizen-letters/citizen-letter.ts';
import { LONGEST_LETTER } from '../../interaction/citizen-letters/decide.ts';
import { letterStatistics, publicLetter, publicLetters } from '../../interaction/store/letter-lists.ts';
import { findLetterFile, letterStairs, receiptOfForm, trackLetter } from '../../interaction/store/letter-stairs.ts';
import { sm3 } from '../../ledger/entry.ts';
import { PUBLIC } from '../../people/actor.ts';
import { type Agency, living } from '../../people/agency.ts';
import { listAgencies } from '../../people/store.ts';
import { successionSays } from '../../people/succession.ts';
import { perform } from '../../perform.ts';
import { yearOf } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import { asked, askedPage } from '../asked.ts';
import { lookByCode } from '../by-code.ts';
import type { FieldError } from '../components/error-summary.tsx';
import { TOKEN_FIELD } from '../form-token.ts';
import { freshProof, toldOf } from '../intake-proof.ts';
import type { Portal } from '../portal.ts';
import { CODE_PURPOSE } from '../query-code.ts';
import { sendOwn } from '../send-page.ts';
import { ErrorPage } from './error-page.tsx';
import { PublicLetterPage, PublicLettersPage } from './letters/public.tsx';
import { LetterReceiptPage } from './letters/receipt.tsx';
import { TrackedLetterPage, TrackLetterPage } from './letters/tracked.tsx';
import { type LetterForm, WriteLetterPage } from './letters/write.tsx';

const PAGE_SIZE = 20;

export function letters(app: FastifyInstance, portal: Portal): void {
  const { house, keys, reading } = portal;
  const { db } = house;

  app.get('/letters', async (request, reply) => {
    const number = askedPage(request.query);
    const found = await publicLetters(reading, { number, size: PAGE_SIZE });
    const year = yearOf(portal.today());
    const statistics = await letterStatistics(reading, year);
    const lines = found.slice(0, PAGE_SIZE);
    const more = found.length > PAGE_SIZE;
    return sendOwn(reply, PublicLettersPage({ frame: portal.frame(request), lines, number, more, year, statistics }));
  });
  app.get<{ Params: { id: string } }>('/letters/:id', async (request, reply) => {
    const letter = await publicLetter(reading, request.params.id.slice(0, 100));
    const frame = portal.frame(request);
    if (!letter) return sendOwn(reply, ErrorPage({ frame, status: 404 }), 404);
    return sendOwn(reply, PublicLetterPage({ frame, letter }));
  });

  app.get('/letters/write', async (request, reply) => write(request, reply, formOf({}), []));
  app.post('/letters/write', async (request, reply) => {
    const form = formOf(request.body);
    // From the application: what was written there is carried here, and nothing is sent yet.
    if (asked(request.body, 'do') === 'carry')
      return write(request, reply, { ...form, body: asked(request.body, 'wanted').slice(0, LONGEST_LETTER.body) }, []);
    const agencies = await listAgencies(reading);
    const errors = errorsOf(form, agencies);
    if (errors.length > 0) return write(request, reply, form, errors);
    const token = asked(request.body, TOKEN_FIELD);
    const earlier = await receiptOfForm(db, sm3(token), form, keys);
    if (earlier) return receipt(request, reply, earlier, 200);
    const refused = await portal.intake.admit(request.body, request.ip);
    if (refused) return again(request, reply, form, refused);
    const code = portal.newCode();
    const done = await perform(house, letterStairs(keys), PUBLIC, {
      verb: 'write',
      agencyId: form.agency,
      kind: form.kind as LetterKindName,
      title: form.title,
      body: form.body,
      mayPublish: form.publish === 'yes',
      writer: { name: form.name, phone: form.phone, email: form.email },
      codeDigest: keys.digest(code, CODE_PURPOSE),
      formHash: sm3(token),
      code,
    });
    if (isRefusal(done)) return again(request, reply, form, done);
    return receipt(request, reply, { queryNumber: done.letter.queryNumber, code }, 201);
  });

  app.get('/letters/track', async (request, reply) =>
    sendOwn(reply, TrackLetterPage({ frame: portal.frame(request), number: '', errors: [] })),
  );
  app.post('/letters/track', async (request, reply) =>
    lookByCode(request, reply, portal, {
      find: (number, digest) => trackLetter(db, number, digest),
      ask: TrackLetterPage,
      show: ({ letter }) => show(request, reply, letter.id),
    }),
  );
  app.post('/letters/rate', async (request, reply) => {
    const frame = portal.frame(request);
    const id = asked(request.body, 'letter').slice(0, 100);
    const file = await findLetterFile(db, id);
    const genuine = portal.tokens.isGenuine(`letter ${id} ${file?.codeDigest ?? ''}`, asked(request.body, TOKEN_FIELD));
    if (!file || !genuine) return sendOwn(reply, TrackLetterPage({ frame, number: '', errors: [EXPIRED] }), 403);
    const done = await perform(house, letterStairs(keys), PUBLIC, {
      verb: 'rate',
      letterId: id,
      codeDigest: file.codeDigest,
      score: Number(asked(request.body, 'score')),
      says: asked(request.body, 'says'),
    });
    return show(request, reply, id, isRefusal(done) ? done.says : '谢谢，评价已经收到。', isRefusal(done) ? 409 : 200);
  });

  async function write(
    request: FastifyRequest,
    reply: FastifyReply,
    form: LetterForm,
    errors: readonly FieldError[],
    told?: string,
    status = errors.length > 0 ? 422 : 200,
  ) {
    const html = WriteLetterPage({
      frame: portal.frame(request),
      form: form.agency === '' ? { ...form, agency: portal.countyId } : form,
      agencies: living(await listAgencies(reading)),
      asked: { errors, told, proof: await freshProof(portal) },
    });
    return sendOwn(reply, html, status);
  }

  function again(request: FastifyRequest, reply: FastifyReply, form: LetterForm, refusal: Refusal) {
    const { errors, told, status } = toldOf(refusal);
    return write(request, reply, form, errors, told, status);
  }

  function receipt(
    request: FastifyRequest,
    reply: FastifyReply,
    { queryNumber, code }: { readonly queryNumber: string; readonly code: string },
    status: number,
  ) {
    return sendOwn(reply, LetterReceiptPage({ frame: portal.frame(request), queryNumber, code }), status);
  }

  async function show(request: FastifyRequest, reply: FastifyReply, id: string, told?: string, status = 200) {
    const file = (await findLetterFile(db, id))!;
    const agency = (await listAgencies(db)).find((one) => one.id === file.letter.agencyId)?.name ?? '';
    const token = portal.tokens.give(`letter ${id} ${file.codeDigest}`);
    const frame = portal.frame(request);
    const page = TrackedLetterPage({
      frame,
      file,
      agency,
      token,
      told,
      today: portal.today(),
      calendar: house.calendar(),
    });
    return sendOwn(reply, page, status);
  }
}

const EXPIRED = { field: 'number', says: '打开这一页已经超过两小时。请重新输入查询号和查询码。' };

function formOf(body: unknown): LetterForm {
  const text = (name: string, most: number) =>
    asked(body, name)
      .replace(/\r\n?/g, '\n')
      .slice(0, most + 1);
  return {
    agency: text('agency', 100),
    kind: text('kind', 40),
    title: text('title', LONGEST_LETTER.title),
    body: text('body', LONGEST_LETTER.body),
    name: text('name', 50),
    phone: text('phone', 30),
    email: text('email', 100),
    publish: text('publish', 3),
  };
}

function errorsOf(form: LetterForm, agencies: readonly Agency[]): FieldError[] {
  const errors: FieldError[] = [];
  const wrong = (field: keyof LetterForm, says: string) => errors.push({ field, says });
  if (!LETTER_KIND_NAMES.includes(form.kind as LetterKindName)) wrong('kind', '没有选来信的种类，请选择一种。');
  const succession = successionSays(form.agency, agencies);
  if (succession) wrong('agency', succession);
  else if (!agencies.some(({ id }) => id === form.agency)) wrong('agency', '没有选写给哪个机关，请选择。');
  if (form.title === '') wrong('title', '没有写题目，请用一句话写明。');
  if (form.title.length > LONGEST_LETTER.title) wrong('title', `题目最多 ${LONGEST_LETTER.title} 个字，请删减。`);
  if (form.body === '') wrong('body', '没有写内容，请写明事情的经过和您的要求。');
  if (form.body.length > LONGEST_LETTER.body) wrong('body', `内容最多 ${LONGEST_LETTER.body} 个字，请删减。`);
  if (form.phone === '' && form.email === '') wrong('phone', '没有留联系方式，请至少留电话或者电子邮箱中的一项。');
  for (const [field, most] of [
    ['name', 50],
    ['phone', 30],
    ['email', 100],
  ] as const)
    if (form[field].length > most) wrong(field, `最多 ${most} 个字，请删减。`);
  if (form.publish !== 'yes' && form.publish !== 'no') wrong('publish', '请选择是否同意公开。');
  return errors;
}

/** 登记申请: whatever came in by any channel, 代填 included. The code is told once; what the application lacks is told with it. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { perform } from '../../perform.ts';
import { lacksOnPaper, numbersWrong } from '../../requests/application.ts';
import { isInPerson } from '../../requests/channels.ts';
import type { Register } from '../../requests/decide/register.ts';
import { requestStairs } from '../../requests/store/stairs.ts';
import { civil } from '../../statute/civil-date.ts';
import { isRefusal, type Refusal } from '../../statute/refusal.ts';
import { answer, answerIssues } from '../answer.ts';
import type { RegisteredView, Registration } from '../contract.ts';
import type { DeskDeps } from '../desk.ts';
import { officerOf } from '../guard.ts';
import { once } from '../on-screen.ts';
import type { Officer } from '../reach.ts';
import { RegisterSchema } from '../schemas.ts';

export function registerRoute(desk: FastifyInstance, deps: DeskDeps): void {
  desk
    .withTypeProvider<TypeBoxTypeProvider>()
    .post('/api/requests', { schema: { body: RegisterSchema } }, async (request, reply) => {
      const { channel, applicant } = request.body;
      // Said beside its field; the act refuses the same.
      const wrong = isInPerson(channel) ? numbersWrong(applicant) : [];
      if (wrong.length > 0) return answerIssues(wrong, request, reply);
      return answer(await register(request.body, officerOf(request), deps), request, reply);
    });
}

async function register(
  { submission, ...application }: Registration,
  officer: Officer,
  { house, keys, newQueryCode }: DeskDeps,
): Promise<RegisteredView | Refusal> {
  const { code, digest } = newQueryCode();
  const { on, confirmedOn, ...said } = application;
  const command: Register = {
    verb: 'register',
    ...said,
    on: civil(on),
    ...(confirmedOn === undefined ? {} : { confirmedOn: civil(confirmedOn) }),
    codeDigest: digest,
  };
  const opened = await perform(
    { ...house, newId: () => submission },
    once(requestStairs(keys), submission),
    officer,
    command,
  );
  if (isRefusal(opened)) return opened;
  const { id, number, queryNumber } = opened.request;
  return { id, number, queryNumber, code, lacks: lacksOnPaper(application) };
}

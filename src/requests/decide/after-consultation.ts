/** Where a file stands when one consultation is over: back in process once none is out, unless it waits for something else. */
import type { NewFact } from '../facts.ts';
import type { RequestFile } from '../info-request.ts';
import { unsettledConsultations } from '../standing.ts';
import type { Change } from './verb.ts';

export function afterConsultation(
  { request, facts }: RequestFile,
  fact: Extract<NewFact, { type: 'answered' | 'consultationWithdrawn' }>,
): Change {
  const stillOut = unsettledConsultations(facts).some((f) => f.n !== fact.consultation);
  return request.state === 'consulting' && !stillOut ? { fact, state: 'inProcess' } : { fact };
}

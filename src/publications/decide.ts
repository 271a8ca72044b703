/** The verbs of 主动公开, each pure: what stands, what is asked, when → what stands next and the footprint, or why not. */
import type { Decision, Scene } from '../perform.ts';
import type { Refusal } from '../statute/refusal.ts';
import type { PublicationCommand } from './commands.ts';
import { answerReturn } from './decide/answer-return.ts';
import { clearFinding } from './decide/clear-finding.ts';
import { draft } from './decide/draft.ts';
import { expire } from './decide/expire.ts';
import { missRelease } from './decide/miss-release.ts';
import { openWithBalance } from './decide/open-with-balance.ts';
import { passStep } from './decide/pass-step.ts';
import { placeInColumn } from './decide/place-in-column.ts';
import { publish } from './decide/publish.ts';
import { publishUrgently } from './decide/publish-urgently.ts';
import { releaseDue } from './decide/release-due.ts';
import { repeal } from './decide/repeal.ts';
import { returnStep } from './decide/return-step.ts';
import { revise } from './decide/revise.ts';
import { schedule, unschedule } from './decide/schedule.ts';
import { submit } from './decide/submit.ts';
import { withdraw } from './decide/withdraw.ts';
import type { Document } from './document.ts';
import type { Loaded } from './loaded.ts';

export function decide(loaded: Loaded, command: PublicationCommand, scene: Scene): Decision<Document> | Refusal {
  switch (command.verb) {
    case 'draft':
      return draft(loaded, command, scene);
    case 'revise':
      return revise(loaded, command, scene);
    case 'placeInColumn':
      return placeInColumn(loaded, command);
    case 'submit':
      return submit(loaded, command, scene);
    case 'passStep':
      return passStep(loaded, command, scene);
    case 'returnStep':
      return returnStep(loaded, command, scene);
    case 'answerReturn':
      return answerReturn(loaded, command, scene);
    case 'clearFinding':
      return clearFinding(loaded, command, scene);
    case 'publishUrgently':
      return publishUrgently(loaded, command, scene);
    case 'schedule':
      return schedule(loaded, command, scene);
    case 'unschedule':
      return unschedule(loaded, command, scene);
    case 'releaseDue':
      return releaseDue(loaded, scene);
    case 'missRelease':
      return missRelease(loaded, command, scene);
    case 'publish':
      return publish(loaded, command, scene);
    case 'withdraw':
      return withdraw(loaded, command, scene);
    case 'repeal':
      return repeal(loaded, command);
    case 'expire':
      return expire(loaded, scene);
    case 'openWithBalance':
      return openWithBalance(loaded, command, scene);
  }
}

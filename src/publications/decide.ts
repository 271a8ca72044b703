/** The verbs of 主动公开, each pure: what stands, what is asked, when → what stands next and the footprint, or why not. */
import type { Decision, Scene } from '../perform.ts';
import type { Refusal } from '../statute/refusal.ts';
import type { PublicationCommand } from './commands.ts';
import { draft } from './decide/draft.ts';
import { expire } from './decide/expire.ts';
import { openWithBalance } from './decide/open-with-balance.ts';
import { placeInColumn } from './decide/place-in-column.ts';
import { publish } from './decide/publish.ts';
import { repeal } from './decide/repeal.ts';
import { revise } from './decide/revise.ts';
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
    case 'publish':
      return publish(loaded, scene);
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

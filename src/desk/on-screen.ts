/**
 * 以所见为准 [SEC-8]: an act was decided on what stood on a screen. If the file has moved on since, by a colleague or by the first of
 * two clicks, nothing is done and the officer is told what happened; he decides again. Asked under the lock of the file.
 */
import type { AgencyId } from '../people/agency.ts';
import { doerOf } from '../people/hand.ts';
import { namesOfOfficers } from '../people/store.ts';
import type { Scene, Stairs } from '../perform.ts';
import type { Tx } from '../platform/database.ts';
import type { RequestCommand } from '../requests/commands.ts';
import type { Loaded } from '../requests/decide/decide.ts';
import { FACT_TERMS, type RequestFact } from '../requests/facts.ts';
import type { ActedFile, OpenedFile, RequestId } from '../requests/info-request.ts';
import { findRequest } from '../requests/store/files.ts';
import { art } from '../statute/articles.ts';
import { isRefusal, type Refusal, refuse } from '../statute/refusal.ts';
import { handOf } from './hand-of.ts';
import { NO_SUCH_FILE } from './request-file-view.ts';

type RequestStairs = Stairs<Loaded, ActedFile | OpenedFile, RequestCommand>;

/** @param seen number of the last fact on the screen; @param agencies those whose files the officer reads: of others he learns nothing */
export function onScreen(stairs: RequestStairs, seen: number, agencies: readonly AgencyId[]): RequestStairs {
  return {
    ...stairs,
    async load(tx, command, scene) {
      const loaded = await stairs.load(tx, command, scene);
      if (isRefusal(loaded) || loaded.file === null) return loaded;
      const { request, facts } = loaded.file;
      if (!agencies.includes(request.agencyId)) return NO_SUCH_FILE;
      return facts.length === seen ? loaded : stale(tx, facts.slice(seen), scene);
    },
  };
}

/** 登记一次: the form drew its own number, so that sending it twice opens one file and uses up one 登记号. */
export function once(stairs: RequestStairs, submission: RequestId): RequestStairs {
  return {
    ...stairs,
    async load(tx, command, scene) {
      // First the series of numbers is locked: of two at once the second sees what the first has registered.
      const loaded = await stairs.load(tx, command, scene);
      const registered = await findRequest(tx, submission);
      return registered === undefined
        ? loaded
        : refuse(
            'STALE',
            art(45),
            `这件申请刚才已经登记，登记号是${registered.number}，没有再登记一次。请在列表中打开它。`,
          );
    },
  };
}

async function stale(tx: Tx, since: readonly RequestFact[], { actor }: Scene): Promise<Refusal> {
  const names = await namesOfOfficers(tx, [...new Set(since.map(({ by }) => by))]);
  const told = since.map(
    (fact) => `${doerOf(fact.by) === actor.id ? '你' : handOf(fact, names)}登记了“${FACT_TERMS[fact.type]}”`,
  );
  const what = told.length > 0 ? `：${told.join('，')}` : '';
  return refuse('STALE', art(45), `你打开这个页面以后，案卷有了变化${what}。这一步没有办理，请刷新页面，看过再定。`);
}

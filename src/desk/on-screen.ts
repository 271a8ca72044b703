/**
 * 以所见为准 [SEC-8]: an act was decided on what stood on a screen. If the file has moved on since, by a colleague or by the first of
 * two clicks, nothing is done and the officer is told what happened; he decides again. Asked under the lock of the file. One guard for
 * applications, corrections, letters, cases and documents.
 */
import type { AgencyId } from '../people/agency.ts';
import { doerOf } from '../people/hand.ts';
import { namesOfOfficers } from '../people/store.ts';
import type { Stairs } from '../perform.ts';
import type { RequestCommand } from '../requests/commands.ts';
import type { Loaded } from '../requests/decide/decide.ts';
import { FACT_TERMS } from '../requests/facts.ts';
import type { ActedFile, OpenedFile, RequestId } from '../requests/info-request.ts';
import { findRequest } from '../requests/store/files.ts';
import { art } from '../statute/articles.ts';
import { isRefusal, refuse } from '../statute/refusal.ts';
import { handOf } from './people/hand-of.ts';
import { NO_SUCH_FILE } from './requests/request-file-view.ts';

type RequestStairs = Stairs<Loaded, ActedFile | OpenedFile, RequestCommand>;

/**
 * @param seen number of the last fact on the screen; @param agencies those whose files the officer reads: of others he learns nothing;
 * @param what how the file is called in what a stale screen is told
 */
export function onScreen(
  stairs: RequestStairs,
  seen: number,
  agencies: readonly AgencyId[],
  what = '案卷',
): RequestStairs {
  const within: RequestStairs = {
    ...stairs,
    async load(tx, command, scene) {
      const loaded = await stairs.load(tx, command, scene);
      if (isRefusal(loaded) || loaded.file === null) return loaded;
      return agencies.includes(loaded.file.request.agencyId) ? loaded : NO_SUCH_FILE;
    },
  };
  return unmoved(within, seen, {
    factsOf: ({ file }) => file?.facts,
    terms: FACT_TERMS,
    what,
    basis: art(45),
  });
}

/** What a stale screen is told by: the facts of what was loaded, undefined where it is new. */
interface Shown<Loaded, Type extends string> {
  readonly factsOf: (loaded: Loaded) => readonly { readonly type: Type; readonly by: string }[] | undefined;
  readonly terms: Readonly<Record<Type, string>>;
  /** 案卷、来信、案件. */
  readonly what: string;
  readonly basis: string;
  /** Those that bear on the act; all when absent. */
  readonly bearsOn?: (type: Type) => boolean;
  /** What he does now, where it is not to read the page again. */
  readonly advice?: string;
}

/** The guard of whatever is a list of facts. @param seen number of the last fact on the screen */
export function unmoved<Loaded, State, Command extends { readonly verb: string }, Type extends string>(
  stairs: Stairs<Loaded, State, Command>,
  seen: number,
  { factsOf, terms, what, basis, bearsOn = () => true, advice = '请刷新页面，看过再定。' }: Shown<Loaded, Type>,
): Stairs<Loaded, State, Command> {
  return {
    ...stairs,
    async load(tx, command, scene) {
      const loaded = await stairs.load(tx, command, scene);
      if (isRefusal(loaded)) return loaded;
      const facts = factsOf(loaded);
      if (facts === undefined || facts.length === seen) return loaded;
      const since = facts.slice(seen).filter(({ type }) => bearsOn(type));
      if (since.length === 0 && facts.length > seen) return loaded;
      const names = await namesOfOfficers(tx, [...new Set(since.map(({ by }) => by))]);
      const told = since.map(
        (fact) =>
          `${doerOf(fact.by) === doerOf(scene.actor.id) ? '你' : handOf(fact, names)}登记了“${terms[fact.type]}”`,
      );
      const changes = told.length > 0 ? `：${told.join('，')}` : '';
      return refuse('STALE', basis, `你打开这个页面以后，${what}有了变化${changes}。这一步没有办理，${advice}`);
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

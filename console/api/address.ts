/** The address of a route of the contract, with what stands in its path and after the question mark. */
import type { Routes } from '../../src/desk/contract.ts';

export type Route = keyof Routes;

/** Names after a colon: `id` of `POST /api/requests/:id/acts`. */
type Named<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | Named<Rest>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

type Path<R extends Route> = [Named<R>] extends [never]
  ? unknown
  : { readonly path: Readonly<Record<Named<R>, string | number>> };
type Query<R extends Route> = Routes[R] extends { query: infer Q } ? { readonly query: Q } : unknown;
type Sends<R extends Route> = Routes[R] extends { sends: infer S } ? { readonly sends: S } : unknown;

/** What a call of the route takes. */
export type Given<R extends Route> = Path<R> & Query<R> & Sends<R> & { readonly signal?: AbortSignal };

export interface Parts {
  readonly path?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
}

export function addressOf(route: Route, { path = {}, query = {} }: Parts): { method: string; address: string } {
  const [method = 'GET', pattern = ''] = route.split(' ');
  const named = pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(path[name] ?? ''));
  const asked = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const search = new URLSearchParams(asked.map(([name, value]) => [name, String(value)])).toString();
  return { method, address: search ? `${named}?${search}` : named };
}

/** 用统一身份认证登录: away to the provider and back to where one wanted to be. The place is kept by this browser and leads nowhere else. */
import { queryOptions } from '@tanstack/react-query';
import { call } from './call.ts';

export const signInWays = queryOptions({
  queryKey: ['sign-in-ways'],
  queryFn: ({ signal }) => call('GET /api/sign-in/ways', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
  retry: false,
});

const PLACE = 'gongkai-after-sign-in';

export async function goToProvider(): Promise<void> {
  const { url } = await call('POST /api/sign-in/provider', {});
  const { pathname, search } = window.location;
  if (pathname !== '/sign-in/provider') sessionStorage.setItem(PLACE, pathname + search);
  window.location.assign(url);
}

/** Where he was; the first screen where nothing is known. */
export function placeBefore(): string {
  const place = sessionStorage.getItem(PLACE) ?? '/';
  sessionStorage.removeItem(PLACE);
  return place;
}

/** 翻页: the page stands in the address, beside what was asked. */
import { useSearchParams } from 'wouter';

/** The page that is asked for, from 1, and the way to another. */
export function usePage(): readonly [number, (page: number) => void] {
  const [search, setSearch] = useSearchParams();
  const page = Math.max(1, Math.trunc(Number(search.get('page'))) || 1);
  const turn = (to: number) =>
    setSearch((before) => {
      before.set('page', String(to));
      return before;
    });
  return [page, turn];
}

/** 翻页: the page stands in the address, beside what was asked. */
import { useSearchParams } from 'wouter';

export function usePageTurn(): (page: number) => void {
  const [, setSearch] = useSearchParams();
  return (page) =>
    setSearch((before) => {
      before.set('page', String(page));
      return before;
    });
}

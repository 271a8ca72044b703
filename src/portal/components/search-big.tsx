/** 搜索框: the largest thing where people come to find something. */
import { inAttribute } from '../in-attribute.ts';

export function SearchBig({
  value = '',
  filters = [],
}: {
  readonly value?: string;
  /** Filters that stay when the words change. */
  readonly filters?: readonly (readonly [name: string, value: string])[];
}): JSX.Element {
  return (
    <form class="search-big" action="/search" method="get">
      <label class="unseen" for="q">
        搜索政府信息
      </label>
      <input
        id="q"
        name="q"
        type="search"
        maxlength="100"
        value={inAttribute(value)}
        placeholder="文件名称、文号或者关键词"
      />
      {filters.map(([name, chosen]) => (
        <input type="hidden" name={name} value={inAttribute(chosen)} />
      ))}
      <button type="submit">搜索</button>
    </form>
  );
}

import { describe, expect, it } from 'vitest';
import { isNarrowed, queryFrom } from './list-query.ts';

const read = (search: string) => queryFrom(new URLSearchParams(search));

describe('the list as its address tells it', () => {
  it('asks for the most urgent first when nothing is said', () => {
    expect(read('')).toEqual({ sort: 'due' });
    expect(isNarrowed(read('sort=newest&page=3'))).toBe(false);
  });

  it('narrows, orders and pages', () => {
    expect(read('text=规划&state=drafted&agencyId=county&light=red&sort=newest&page=2')).toEqual({
      text: '规划',
      state: 'drafted',
      agencyId: 'county',
      light: 'red',
      sort: 'newest',
      page: 2,
    });
    expect(isNarrowed(read('light=red'))).toBe(true);
  });

  it.each(['light=purple', 'page=-1', 'page=1.5', 'page=x', 'sort=up', 'text='])('passes over %s', (search) => {
    expect(read(search)).toEqual({ sort: 'due' });
  });
});

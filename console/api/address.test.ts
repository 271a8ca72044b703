import { describe, expect, it } from 'vitest';
import { addressOf } from './address.ts';

describe('the address of a route', () => {
  it('carries what is named in the path, escaped', () => {
    expect(addressOf('POST /api/requests/:id/acts', { path: { id: 'a/b' } })).toEqual({
      method: 'POST',
      address: '/api/requests/a%2Fb/acts',
    });
    expect(addressOf('GET /api/reports/:agencyId/:year/behind', { path: { agencyId: 'county', year: 2024 } })).toEqual({
      method: 'GET',
      address: '/api/reports/county/2024/behind',
    });
  });

  it('asks only for what was chosen', () => {
    const query = { text: '规划 & 建设', state: undefined, light: '', page: 2 };
    expect(addressOf('GET /api/requests', { query }).address).toBe(
      '/api/requests?text=%E8%A7%84%E5%88%92+%26+%E5%BB%BA%E8%AE%BE&page=2',
    );
    expect(addressOf('GET /api/requests', { query: {} }).address).toBe('/api/requests');
  });
});

import { describe, expect, it } from 'vitest';
import { bodyOf } from './body.ts';

describe('the body of a call', () => {
  it('is JSON, empty where nothing is sent', () => {
    expect(bodyOf({ why: '笔误' })).toEqual({
      body: '{"why":"笔误"}',
      headers: { 'content-type': 'application/json' },
    });
    expect(bodyOf(undefined).body).toBe('{}');
  });

  it('goes in parts with a file among it, and the file comes last', () => {
    const file = new File(['标题'], '结转文件.xlsx');
    const { body, headers } = bodyOf({ file, agencyId: 'county' });
    expect(headers).toEqual({});
    const parts = [...(body as FormData).entries()];
    expect(parts.map(([name]) => name)).toEqual(['agencyId', 'file']);
    expect(parts[0]![1]).toBe('county');
    expect((parts[1]![1] as File).name).toBe('结转文件.xlsx');
  });
});

import { describe, expect, it } from 'vitest';
import { piecesOf } from './chips.ts';

const figures = [
  { name: 'requests.received', term: '本年新收', value: 27 },
  { name: 'fees.wan', term: '收费', value: 88.8 },
];

describe('the text of a report, cut into words and figures', () => {
  it('shows a figure as the text reads, with its term', () => {
    expect(piecesOf('收到申请{requests.received}件。', '收到申请26件。', figures)).toEqual([
      { kind: 'words', text: '收到申请' },
      { kind: 'figure', name: 'requests.received', term: '本年新收', reads: '26' },
      { kind: 'words', text: '件。' },
    ]);
  });

  it('keeps decimals, a figure at the end, and figures beside each other', () => {
    expect(piecesOf('收费{fees.wan}', '收费88.78248', figures)[1]).toMatchObject({ reads: '88.78248' });
    expect(piecesOf('{requests.received}、{fees.wan}万元', '26、0.5万元', figures).map((p) => p.kind)).toEqual([
      'figure',
      'words',
      'figure',
      'words',
    ]);
  });

  it('leaves figures alone that were typed', () => {
    expect(piecesOf('2024年3项', '2024年3项', figures)).toEqual([{ kind: 'words', text: '2024年3项' }]);
    expect(piecesOf('', '', figures)).toEqual([]);
  });
});

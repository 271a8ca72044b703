import { describe, expect, it } from 'vitest';
import { civil } from '../statute/civil-date.ts';
import { isRefusal } from '../statute/refusal.ts';
import { builtInCalendar } from '../statute/work-calendar.ts';
import type { Document } from './document.ts';
import { editionOf } from './edition.ts';
import { indexNumber } from './index-number.ts';
import { type Particulars, particularsOf } from './particulars.ts';
import { metadataErrors } from './readiness.ts';

const NOTICE: Document = {
  id: 'd1',
  agencyId: 'county',
  kind: 'notice',
  state: 'draft',
  indexNo: null,
  live: null,
  draft: null,
  columns: ['news.notices'],
  relations: [],
  marks: [],
  publishedAt: null,
  publishedOn: null,
  carriedOverOn: null,
  countedFrom: null,
  ending: null,
  withdrawal: null,
};

interface Told {
  readonly document?: Partial<Document>;
  readonly particulars?: Partial<Particulars>;
  readonly body?: string;
  readonly today?: string;
}

/** What is found on a sound notice of 1 March 2024 with these differences: `code severity where` a finding. */
function found({ document, particulars, body = '<p>正文。</p>', today = '2024-03-01' }: Told): string[] {
  const known = { title: '防汛通知', issuer: '县政府办公室', writtenOn: civil('2024-03-01'), ...particulars };
  const edition = editionOf(1, { particulars: particularsOf(known), bodyHtml: body }, 'bianji', null);
  return metadataErrors({ ...NOTICE, ...document }, edition, civil(today), builtInCalendar).map(
    ({ code, severity, where }) => `${code} ${severity} ${where}`,
  );
}

describe('what stands between a draft and its publication', () => {
  it('nothing, where all is there', () => expect(found({})).toEqual([]));

  it.each<[string, Told, string[]]>([
    ['PUB-5 no title and no issuer', { particulars: { title: '', issuer: '' } }, ['title', 'issuer']],
    ['PUB-5 a policy without what its kind asks for', { document: { kind: 'policy' } }, ['docNo', 'topic', 'genre']],
    ['PUB-5 a body of blanks', { body: '<p> &nbsp;</p>' }, ['bodyHtml']],
  ])('%s', (_, told, fields) => expect(found(told)).toEqual(fields.map((field) => `PUB-5 error ${field}`)));

  it.each<[string, Told, string[]]>([
    ['PUB-6 written tomorrow', { particulars: { writtenOn: civil('2024-03-02') } }, ['PUB-6 error writtenOn']],
    [
      'PUB-6 at an end before it is in force',
      { particulars: { effectiveOn: civil('2024-04-02'), expiresOn: civil('2024-04-01') } },
      ['PUB-6 error expiresOn'],
    ],
    [
      'PUB-6 in force for one day',
      { particulars: { effectiveOn: civil('2024-04-01'), expiresOn: civil('2024-04-01') } },
      [],
    ],
    // 20 workdays from Friday 1 March 2024 end on Friday 29 March.
    ['PUB-7 on the twentieth workday', { today: '2024-03-29' }, []],
    ['PUB-7 on the day after', { today: '2024-03-30' }, ['PUB-7 warning writtenOn']],
    ['PUB-7 no more once it was public', { document: { publishedOn: civil('2024-03-05') }, today: '2024-05-01' }, []],
    ['PUB-15 on request only', { particulars: { openMode: 'onRequest' } }, ['PUB-15 error openMode']],
    ['PUB-15 not to be disclosed', { particulars: { openMode: 'notDisclosed' } }, ['PUB-15 error openMode']],
    ['PUB-17 in a special column only', { document: { columns: ['special.rural'] } }, ['PUB-17 error columns']],
    ['PUB-17 in a special column as well', { document: { columns: ['special.rural', 'news.notices'] } }, []],
    ['PUB-18 an interpretation of nothing', { document: { kind: 'interpretation' } }, ['PUB-18 error relations']],
    [
      'PUB-18 an interpretation of a document',
      { document: { kind: 'interpretation', relations: [{ kind: 'interprets', to: 'd0' }] } },
      [],
    ],
  ])('%s', (_, told, findings) => expect(found(told)).toEqual(findings));

  it('PUB-10 PUB-18 a normative document without an end, which is to be interpreted, is told and not stopped', () => {
    const particulars = {
      docNo: '县政发〔2024〕9号',
      topic: '综合政务',
      genre: '办法',
      effectiveOn: civil('2024-03-01'),
    };
    expect(found({ document: { kind: 'normative' }, particulars })).toEqual([
      'PUB-10 warning expiresOn',
      'PUB-18 hint relations',
    ]);
  });
});

describe('索引号', () => {
  it('PUB-1 is made of the credit code, the year and a serial number of five digits', () =>
    expect(indexNumber('11150924MB0000000X', 2024, 7)).toBe('11150924MB0000000X/2024-00007'));

  it.each([null, '', '1115', '11150924mb0000000x'])('PUB-1 cannot be made of the code %s', (code) => {
    const refusal = indexNumber(code, 2024, 7);
    expect(isRefusal(refusal) && refusal.says).toContain('统一社会信用代码');
  });
});

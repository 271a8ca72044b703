import { describe, expect, it } from 'vitest';
import type { PublicationWords } from '../../../../src/desk/contract.ts';
import { blank, draftOf, keywordsIn, lacking, revisionOf, takenFrom } from './written.ts';

const agency = (name: string) => ({ name, term: `${name}局` });
const words = (agencies: PublicationWords['agencies']): PublicationWords => ({
  ...{ agencies, kinds: [], columns: [], openModes: [], withdrawalReasons: [], endings: [] },
  today: '2026-03-04',
});
const WRITTEN = { ...blank(words([agency('finance')])), kind: 'notice', title: '关于植树的通知' };

describe('what is written', () => {
  it('begins with the only agency there is, and chooses none of several', () => {
    expect(blank(words([agency('finance')]))).toMatchObject({ agencyId: 'finance', issuer: 'finance局' });
    expect(blank(words([agency('finance'), agency('health')]))).toMatchObject({ agencyId: '', issuer: '' });
  });

  it('PUB-47 says what is missing: the reason of what is not public, the note of what already was', () => {
    expect(lacking(WRITTEN, false)).toEqual({});
    expect(Object.keys(lacking({ ...WRITTEN, title: ' ', writtenOn: '' }, false))).toEqual(['title', 'writtenOn']);
    expect(Object.keys(lacking({ ...WRITTEN, openMode: 'onRequest' }, false))).toEqual(['openModeReason']);
    expect(Object.keys(lacking(WRITTEN, true))).toEqual(['changeNote']);
  });

  it.each([
    ['', '植树办法', '<p>文</p>', '标题取自稿件'],
    ['植树 办法', '植树 办法', '<p>文</p>', '与填写的标题相同'],
    ['绿化办法', '绿化办法', '<h2>植树办法</h2><p>文</p>', '与填写的标题不同'],
  ])('PUB-103 takes of a Word file its title where “%s” stands, and says so', (typed, title, bodyHtml, says) => {
    const titled = { title: '植树办法', bodyHtml: '<p>文</p>' };
    const taken = takenFrom({ bodyHtml: '<h2>植树办法</h2><p>文</p>', titled, report: [] }, typed);
    expect(taken).toMatchObject({ title, bodyHtml, says: expect.stringContaining(says) });
    const plain = takenFrom({ bodyHtml: '<p>文</p>', titled: null, report: [] }, typed);
    expect(plain).toMatchObject({ title: typed, bodyHtml: '<p>文</p>', says: null });
  });

  it('reads keywords however they are kept apart', () => {
    expect(keywordsIn('植树、 绿化，义务植树;春季')).toEqual(['植树', '绿化', '义务植树', '春季']);
    expect(keywordsIn(' ')).toEqual([]);
  });

  it('sends the metadata apart from the text, and with a revision the edition it began with', () => {
    const relations = [{ kind: 'interprets', to: 'd1', title: '办法' }];
    const attachments = [{ id: 'f1', name: '一.pdf', kind: 'PDF', bytes: 1, findings: [] }];
    const written = {
      ...WRITTEN,
      attachments,
      columns: ['news.notices'],
      relations,
      keywords: '植树',
      changeNote: ' 改期 ',
    };
    const { particulars, ...sent } = draftOf(written);
    expect(sent).toEqual({
      ...{ agencyId: 'finance', kind: 'notice', columns: ['news.notices'], bodyHtml: '', attachments: ['f1'] },
      relations: [{ kind: 'interprets', to: 'd1' }],
    });
    expect(Object.keys(particulars).sort()).toEqual([
      ...['docNo', 'effectiveOn', 'expiresOn', 'genre', 'issuer', 'keywords', 'openMode', 'openModeReason'],
      ...['summary', 'title', 'topic', 'writtenOn'],
    ]);
    const base = { edition: 'hash-1', seen: 4 };
    expect(revisionOf(written, base)).toMatchObject({ verb: 'revise', ...base, changeNote: '改期' });
  });
});

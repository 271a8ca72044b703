import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { openDesk, type Who } from '../../../test/support/open-desk.ts';
import { OUTCOMES } from '../../requests/outcomes.ts';
import type { Vocabulary } from '../contract.ts';

const { db } = await testDatabase();
const office = await openDesk(db);
const vocabularyOf = async (who: Who): Promise<Vocabulary> => (await office.as(who).get('/api/vocabulary')).json();

describe('GET /api/vocabulary', () => {
  it('offers each channel with the name of its day and whether both sides must confirm', async () => {
    const { channels } = await vocabularyOf('handler');
    expect(channels).toHaveLength(9);
    expect(channels.find(({ name }) => name === 'registered-post')).toMatchObject({
      arrival: '签收日',
      needsConfirmation: false,
      records: [{ term: '邮件号' }, { term: '签收人' }],
    });
    expect(channels.find(({ name }) => name === 'fax')).toMatchObject({ arrival: '到达日', needsConfirmation: true });
  });

  it('REQ-22 offers the outcomes that end in a reply, by the heading of the report, with what each asks', async () => {
    const { outcomes } = await vocabularyOf('handler');
    expect(outcomes.map(({ name }) => name)).toEqual(
      Object.entries(OUTCOMES)
        .filter(([, { by }]) => by === 'reply')
        .map(([name]) => name),
    );
    expect(outcomes.find(({ name }) => name === 'notHeld')).toEqual({
      name: 'notHeld',
      term: '政府信息不存在',
      basis: '《条例》第三十六条第（四）项',
      group: '（四）无法提供',
      remedy: '可以申请行政复议，也可以提起行政诉讼',
      grounds: [expect.objectContaining({ name: 'searchRecord', term: '检索记录', input: 'text' })],
      records: [],
    });
    expect(new Set(outcomes.map(({ group }) => group)).size).toBe(6);
  });

  it('offers the agencies of the officer, those where he registers apart from those he reads', async () => {
    expect((await vocabularyOf('handler')).agencies).toEqual([
      { name: 'county', term: '示范县人民政府' },
      { name: 'town', term: '河东镇人民政府' },
    ]);
    expect(await vocabularyOf('auditor')).toMatchObject({
      agencies: [],
      agenciesRead: [{ name: 'county' }, { name: 'town' }],
    });
    expect(await vocabularyOf('idle')).toMatchObject({ agencies: [], agenciesRead: [] });
  });
});

describe('who may not', () => {
  it.each(['/api/vocabulary'])('SEC-3 nobody without a session asks %s', async (url) =>
    expect((await office.nobody.get(url)).json()).toMatchObject({ status: 401, code: 'SIGN_IN_FIRST' }),
  );
});

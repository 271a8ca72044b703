import { beforeAll, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { type PortalPlay, portalPlay, textOf } from '../portal.fixture.ts';
import { EXITS } from './not-an-application.tsx';

const { db } = await testDatabase();
let play: PortalPlay;
beforeAll(async () => {
  play = await portalPlay(db);
});

it('PRT-43 the first question leads to both exits, and each exit says why, where to go, and the way back', async () => {
  const first = (await play.visitor.get('/apply')).body;
  for (const { path, title, basis } of EXITS) {
    expect(first).toContain(`href="${path}"`);
    const page = await play.visitor.get(path);
    expect(page.statusCode).toBe(200);
    for (const words of [title, basis, '12345', '继续申请']) expect(textOf(page.body)).toContain(words);
    expect(page.body).toContain('href="/apply"');
  }
});

import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import type { Config } from '../../platform/config.ts';
import { isRefusal } from '../../statute/refusal.ts';
import type { Installation } from './installation.ts';
import { prepare } from './prepare.ts';
import { progressTo } from './progress.ts';

const { db } = await testDatabase();

async function linesOf(faces: Config['faces']): Promise<string> {
  const house = { db, now: () => new Date('2026-03-02T02:00:00Z') };
  const installation = { config: { demo: false, faces }, house } as unknown as Installation;
  const described = await prepare(
    installation,
    progressTo(() => {}, new AbortController().signal),
  );
  if (isRefusal(described)) throw new Error(described.says);
  return described({ portal: '', desk: 'http://desk' }).join('\n');
}

const link = () => db.selectFrom('setup_links').selectAll().execute();

describe('the first setup', () => {
  it('OPS-26 a portal on its own prints no link and leaves that of the desk in force', async () => {
    expect(await linesOf('console')).toContain('http://desk/set-up#');
    const offered = await link();
    expect(offered).toHaveLength(1);
    const said = await linesOf('portal');
    expect(said).not.toContain('set-up#');
    expect(said).toContain('工作台');
    expect(await link()).toEqual(offered);
    await linesOf('both');
    expect(await link()).not.toEqual(offered);
  });
});

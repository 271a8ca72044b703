/** 工作台逐个地址试 [SEC-3, SEC-7]: the demo county and officers of another one, one for each role and one with all; every route, every form, every kind of id. */
import { randomBytes } from 'node:crypto';
import { SESSION_COOKIE } from '../src/desk/people/session.ts';
import { ROLES } from '../src/people/role.ts';
import { builtInCalendar } from '../src/statute/work-calendar.ts';
import { deskCrawl, traceOf } from '../test/security/desk-crawl.ts';
import { ALL_ROLES, foreigners, seedSecrets } from '../test/security/foreign-county.ts';
import { LOADED_AT, loadCounty } from '../test/support/load-county.ts';
import { deskOver } from '../test/support/open-desk.ts';
import { KEYS } from '../test/support/request-desk.ts';
import { withDatabase } from './bench-database.ts';

/** @returns what somebody reached, read or changed who must not */
export async function crawlDesk(): Promise<string[]> {
  return withDatabase(async (db) => {
    await loadCounty(db, KEYS);
    const newId = () => randomBytes(8).toString('hex');
    const desk = deskOver({ db, now: () => LOADED_AT, newId, calendar: () => builtInCalendar });
    const crawl = deskCrawl(db, desk);
    await desk.ready();
    const strangers = await foreigners(db, [...ALL_ROLES.map((role) => [role]), ALL_ROLES], LOADED_AT);
    const secrets = await seedSecrets(db, LOADED_AT);
    const before = JSON.stringify(await traceOf(db));
    const found: string[] = [];
    for (const { roles, cookie } of strangers) {
      const { asked, reached, leaked, unread } = await crawl.asForeigner(cookie, secrets);
      const who = roles.length === 1 ? ROLES[roles[0]!].term : '全部岗位';
      const changed = JSON.stringify(await traceOf(db)) === before ? [] : ['县里的留痕变了'];
      console.log(
        `工作台，外单位的${who}：${crawl.routes()} 个地址问了 ${asked} 次，够到 ${reached.length}，看到 ${leaked.length}`,
      );
      const says = [...reached.map((one) => `够到 ${one}`), ...leaked.map((one) => `看到 ${one}`), ...changed];
      // Turned away before anybody asked whose it is: the crawl has not tried what it should.
      found.push(...[...says, ...unread.map((one) => `没有试成 ${one}`)].map((one) => `外单位的${who}：${one}`));
    }
    const answered = await crawl.asNobody(['', `${SESSION_COOKIE}=guessed`]);
    console.log(`工作台，没有登录的：${crawl.routes()} 个地址，答了 ${answered.length}`);
    await desk.close();
    return [...found, ...answered.map((one) => `没有登录的：${one}`)];
  });
}

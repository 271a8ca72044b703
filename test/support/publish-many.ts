/** Many documents of a county at once, some with a file, some withdrawn, some corrected: what a year leaves. */
import { sql } from 'kysely';
import { perform } from '../../src/perform.ts';
import type { Db } from '../../src/platform/database.ts';
import { attachedFileStairs } from '../../src/publications/store/attached-files.ts';
import { isRefusal } from '../../src/statute/refusal.ts';
import type { JoinedCounties } from './joined-counties.ts';

/** @returns how many of them were withdrawn, and how many carry a file */
export async function publishMany(
  { county, countyFiles }: Pick<JoinedCounties, 'county' | 'countyFiles'>,
  howMany: number,
) {
  const { house, editor, publisher, act, publish } = county;
  let [withdrawn, withFiles] = [0, 0];
  for (let n = 1; n <= howMany; n += 1) {
    const attachments: string[] = [];
    if (n % 10 === 0) {
      const kept = await countyFiles.keep([Buffer.from(`序号,内容\n${n},第${n}项\n`)] as never, `清单${n}.csv`);
      if (isRefusal(kept)) throw new Error(kept.says);
      await perform(house, attachedFileStairs, editor, {
        ...{ verb: 'addAttachedFile', file: { ...kept, agencyId: 'county', words: '', findings: [] } },
      });
      attachments.push(kept.id);
      withFiles += 1;
    }
    const bodyHtml = `<p>第${n}条的正文。</p><table><tbody><tr><td>${n}</td><td>数</td></tr></tbody></table>`;
    const { id } = await publish({ bodyHtml, attachments, particulars: { title: `第${n}条信息` } });
    if (n % 25 === 0) {
      await act(publisher, { verb: 'withdraw', documentId: id, reason: 'error', explanation: '误发' });
      withdrawn += 1;
    }
  }
  return { withdrawn, withFiles };
}

/** As many again of each, `times` in all, written straight into the tables: where only their number matters. */
export async function multiplyPublished(db: Db, times: number): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`
      insert into documents select (jsonb_populate_record(d, jsonb_build_object('id', d.id || '.' || k, 'index_no', d.index_no || '.' || k))).*
      from documents d, generate_series(2, ${times}) as copies (k)`.execute(tx);
    await sql`
      insert into editions select (jsonb_populate_record(e, jsonb_build_object('document_id', e.document_id || '.' || k))).*
      from editions e, generate_series(2, ${times}) as copies (k)`.execute(tx);
  });
}

/** 移交 of this room [ORG-4]: accounts in use, with how they are reached and the articles that are not out yet. What was posted counts where it was. */
import { sql } from 'kysely';
import { handedRows } from '../../people/store/handed.ts';
import type { PostState } from '../wechat/wechat-post.ts';
import './accounts/tables.ts';
import './wechat/tables.ts';

const OUT: readonly PostState[] = ['published', 'takenDown', 'dropped'];

export const HANDED_ACCOUNTS = handedRows({
  ...{ term: '在用的媒体账号', measure: '个', room: 'exchange', table: 'media_accounts' },
  open: sql`closed_on is null`,
  label: sql`name`,
  along: [{ table: 'wechat_joins', key: 'account_id' }],
  async also(tx, id, { to }) {
    await sql`update wechat_posts set agency_id = ${to}
      where account_id = ${id} and state not in (${sql.join([...OUT])})`.execute(tx);
  },
});

/** 备库: whether the pages of the portal can be read there. */
import { holdsChainTo } from '../../ledger/store/followers.ts';
import { ledgerHead } from '../../ledger/store.ts';
import { type Db, isReplica, openDatabase } from '../../platform/database.ts';
import { bad, good, type Look, mind } from './look.ts';

const WHAT = '备库';
const MEANWHILE = '门户改从主库读，照常使用';

/** @param primary as it is now */
export async function lookAtReplica(primary: Db, url: string): Promise<Look> {
  const head = await ledgerHead(primary);
  const replica = openDatabase({
    connectionString: url,
    maxConnections: 1,
    connectWithinMs: 5_000,
    nameStatements: false,
  });
  try {
    const { rows } = await replica.executeQuery(holdsChainTo(replica, head));
    const isThere = rows[0]!.there;
    if (!(await isReplica(replica))) return noReplica(isThere);
    if (isThere) return good(WHAT, '跟得上主库');
    const behind = head.seq - (await ledgerHead(replica)).seq;
    return mind(
      WHAT,
      behind > 0 ? `比主库少 ${behind} 条留痕，${MEANWHILE}` : `与主库的留痕不同，${MEANWHILE}`,
      behind > 0
        ? '过一会儿再检查；一直这样的，看备库有没有被暂停重放（pg_is_wal_replay_paused）、设了延迟（recovery_min_apply_delay）或者断了流复制。'
        : '它不是这个主库的备库，或者主库切换以后没有重新做：用 pg_basebackup 重做备库。',
    );
  } catch (error) {
    return mind(
      WHAT,
      `连不上（${(error as Error).message}），${MEANWHILE}`,
      '看备库是不是停了，GONGKAI_READ_DATABASE_URL 写得对不对。',
    );
  } finally {
    await replica.destroy();
  }
}

function noReplica(isThere: boolean): Look {
  if (isThere)
    return mind(
      WHAT,
      '这个地址上的已经是主库，读和写都在它上面',
      '接好新的备库以后，把 GONGKAI_READ_DATABASE_URL 改成新备库的地址，重新启动门户。',
    );
  return bad(
    WHAT,
    'GONGKAI_READ_DATABASE_URL 指向的不是 DATABASE_URL 的备库，门户不会用它',
    '改成流复制备库的地址，重新启动门户。',
  );
}

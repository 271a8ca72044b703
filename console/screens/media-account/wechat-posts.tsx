/** 公众号文章 of the account, on their way or out. */
import { useQuery } from '@tanstack/react-query';
import { call } from '../../api/call.ts';
import { useSession } from '../../api/session.ts';
import { PostLines } from '../../components/wechat-lines.tsx';

export function WechatPosts({ accountId }: { readonly accountId: string }) {
  const { rooms } = useSession();
  const query = useQuery({
    queryKey: ['wechat-lines', accountId],
    queryFn: ({ signal }) => call('GET /api/wechat-posts', { query: { accountId }, signal }),
    enabled: rooms.includes('publications'),
  });
  return query.data ? <PostLines lines={query.data.lines} title="从网站发来的文章" /> : null;
}

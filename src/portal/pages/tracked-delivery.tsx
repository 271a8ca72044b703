/** 送达经过 of a reply: sent, came back, sent again, received; and what to do while it has not arrived. */
import type { TrackedReply } from '../../requests/track.ts';
import { DatedText } from '../components/dated-text.tsx';

export function Delivery({ reply }: { readonly reply: TrackedReply }) {
  return (
    <>
      {reply.cameBack ? (
        <p>
          <strong>答复书寄出后被退回，您还没有收到。</strong>
          请联系受理机关核对地址或者改用其他方式领取；您收到以前，申请复议和起诉的期限不起算。
        </p>
      ) : null}
      {reply.delivery.length > 0 ? (
        <ul class="small">
          {reply.delivery.map(({ on, says }) => (
            <li>
              <DatedText text={`${on} ${says}`} />
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

/** 没有发出的和在途的: which, why not, and what can be done about it. */
import { Button } from 'antd';
import { useState } from 'react';
import type { WechatJoinView } from '../../../src/desk/contract.ts';
import { Bits } from '../../components/bits.tsx';
import { momentOf } from '../../components/day.ts';
import { ReasonForm } from '../../components/reason-form.tsx';
import type { JoinAct } from './wechat-joins.tsx';

export interface PiecesProps {
  readonly pieces: WechatJoinView['pieces'];
  readonly act: JoinAct;
}

export function Pieces({ pieces, act }: PiecesProps) {
  const [leaving, setLeaving] = useState<string | null>(null);
  if (pieces.length === 0) return null;
  const dead = pieces.filter((piece) => piece.dead);
  return (
    <>
      {dead.length > 0 && (
        <header className="wechat-pieces-head">
          <h3>{`没有发出 ${dead.length} 件`}</h3>
          <Button size="small" onClick={() => act.mutate({ verb: 'sendAllAgain' })}>
            全部再发一次
          </Button>
        </header>
      )}
      <ul className="wechat-pieces">
        {pieces.map(({ id, title, dead: isDead, at, attempts, said }) => (
          <li key={id}>
            <p>{title}</p>
            <Bits
              of={[
                isDead ? '没有发出' : '在途',
                `${momentOf(at)}${isDead ? '' : ' 再试'}`,
                attempts > 0 ? `试了 ${attempts} 次` : null,
              ]}
            />
            {said !== '' && <p className={isDead ? 'wechat-dead' : 'soft'}>{said}</p>}
            {isDead && leaving !== id && (
              <p className="head-buttons">
                <Button
                  size="small"
                  onClick={() => act.mutate({ verb: 'sendAgain', piece: id })}
                  aria-label={`再发一次：${title}`}
                >
                  再发一次
                </Button>
                <Button size="small" onClick={() => setLeaving(id)} aria-label={`不再发送：${title}`}>
                  不再发送
                </Button>
              </p>
            )}
            {leaving === id && (
              <ReasonForm
                label="理由"
                verb="不再发送"
                causes="例如“已经在公众平台后台手工发布”。"
                error={act.error}
                pending={act.isPending}
                onSay={(why) => act.mutate({ verb: 'giveUp', piece: id, why }, { onSuccess: () => setLeaving(null) })}
                onLeave={() => setLeaving(null)}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** 账号绑定 [SEC-43]: which person of the identity provider this account is; he is told his number when he first tries to sign in. */
import { Button } from 'antd';
import { useState } from 'react';
import type { OfficerAct, OfficerView } from '../../../src/desk/contract.ts';
import { dayOf } from '../../components/day.ts';
import { TextField } from '../../components/text-field.tsx';

export interface BindingProps {
  readonly officer: OfficerView;
  readonly pending: boolean;
  readonly onAct: (act: OfficerAct) => void;
}

export function Binding({ officer: { boundSince }, pending, onAct }: BindingProps) {
  const [subject, setSubject] = useState('');
  if (boundSince)
    return (
      <div className="officer-account">
        <p>
          统一身份认证：<time dateTime={boundSince}>{dayOf(boundSince)}</time> 绑定。
          <span className="soft">解除后正在使用的会话结束，他不能再用统一身份认证登录。</span>
        </p>
        <Button danger loading={pending} onClick={() => onAct({ verb: 'unbindIdentity' })}>
          解除绑定
        </Button>
      </div>
    );
  return (
    <div className="officer-account">
      <p className="soft binding-note">
        绑定统一身份认证：本人用它登录一次，页面上会写出他的身份编号；请当面核对是他本人，再填在这里。
      </p>
      <TextField label="身份编号" optional value={subject} onChange={setSubject} />
      <Button
        disabled={subject.trim() === ''}
        loading={pending}
        onClick={() => onAct({ verb: 'bindIdentity', subject })}
      >
        绑定账号
      </Button>
    </div>
  );
}

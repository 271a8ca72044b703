/** 身份信息: sealed until an officer says why he opens it; that he did so stays in the ledger. Kept by no cache. */
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import type { IdentityReason, IdentityView, Term } from '../../src/desk/contract.ts';
import { ChoiceField } from './choice-field.tsx';
import { choicesOf } from './choices-of.ts';
import { ProblemNote } from './problem-note.tsx';

export interface IdentityProps {
  readonly reasons: readonly Term[];
  readonly open: (reason: IdentityReason) => Promise<IdentityView>;
}

export function Identity({ reasons, open: ask }: IdentityProps) {
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState(reasons[0]?.name ?? '');
  const open = useMutation({
    mutationFn: () => ask({ reason } as IdentityReason),
    gcTime: 0,
  });
  const close = () => {
    open.reset();
    setAsking(false);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    open.mutate();
  };

  if (open.data) return <Opened identity={open.data} onClose={close} />;
  if (!asking)
    return (
      <Button size="small" className="screen-only" onClick={() => setAsking(true)}>
        查看身份和联系方式
      </Button>
    );
  return (
    <form className="identity" onSubmit={submit} noValidate>
      <ChoiceField
        label="查看的原因"
        hint="谁、什么时候、为什么查看，都会留痕"
        value={reason}
        onChange={setReason}
        choices={choicesOf(reasons)}
      />
      <ProblemNote error={open.error} />
      <Button type="primary" size="small" htmlType="submit" loading={open.isPending}>
        查看并留痕
      </Button>
      <Button size="small" onClick={close}>
        不看了
      </Button>
    </form>
  );
}

function Opened({ identity, onClose }: { readonly identity: IdentityView; readonly onClose: () => void }) {
  return (
    <div className="identity" role="status">
      <dl>
        {SHOWN.filter(([name]) => identity[name] !== '').map(([name, term]) => (
          <div key={name}>
            <dt>{term}</dt>
            <dd>{identity[name]}</dd>
          </div>
        ))}
      </dl>
      <Button size="small" onClick={onClose}>
        收起身份信息
      </Button>
    </div>
  );
}

const SHOWN: readonly (readonly [name: keyof IdentityView, term: string])[] = [
  ['name', '姓名或者名称'],
  ['identity', '身份证明'],
  ['representative', '联系人'],
  ['agent', '代理人'],
  ['together', '共同申请人'],
  ['phone', '电话'],
  ['email', '电子邮箱'],
  ['address', '通信地址'],
];

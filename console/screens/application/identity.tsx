/** 身份信息: sealed until an officer says why he opens it; that he did so stays in the ledger. Kept by no cache. */
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import type { IdentityView } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { TextField } from '../../components/text-field.tsx';

export function Identity({ id }: { readonly id: string }) {
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const open = useMutation({
    mutationFn: (): Promise<IdentityView> =>
      call('POST /api/requests/:id/identity', { path: { id }, sends: { reason } }),
    gcTime: 0,
  });
  const close = () => {
    open.reset();
    setAsking(false);
    setReason('');
    setTried(false);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (reason.trim() !== '') open.mutate();
  };

  if (open.data)
    return (
      <div className="identity" role="status">
        <dl>
          {SHOWN.filter(([name]) => open.data[name] !== '').map(([name, term]) => (
            <div key={name}>
              <dt>{term}</dt>
              <dd>{open.data[name]}</dd>
            </div>
          ))}
        </dl>
        <Button size="small" onClick={close}>
          收起身份信息
        </Button>
      </div>
    );
  if (!asking)
    return (
      <Button size="small" onClick={() => setAsking(true)}>
        查看身份和联系方式
      </Button>
    );
  return (
    <form className="identity" onSubmit={submit} noValidate>
      <TextField
        label="查看的原因"
        hint="谁、什么时候、为什么查看，都会留痕"
        value={reason}
        onChange={setReason}
        wrong={tried && reason.trim() === '' ? '请写明查看的原因，例如“邮寄答复书”。' : null}
      />
      <ProblemNote error={open.error} />
      <Button type="primary" size="small" htmlType="submit" loading={open.isPending}>
        查看并留痕
      </Button>{' '}
      <Button size="small" onClick={close}>
        不看了
      </Button>
    </form>
  );
}

const SHOWN: readonly (readonly [name: keyof IdentityView, term: string])[] = [
  ['name', '姓名或者名称'],
  ['identity', '身份证明'],
  ['representative', '联系人'],
  ['phone', '电话'],
  ['email', '电子邮箱'],
  ['address', '通信地址'],
];

/** 补发查询码: for who has lost his code and shows at the counter who he is. The new one is shown this once. */
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import type { RequestFileView } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { focusFirstWrong } from '../../components/focus-wrong.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { TextField } from '../../components/text-field.tsx';

export function RenewCode({ file }: { readonly file: RequestFileView }) {
  const { id } = file.line;
  const { term, allowed, causes } = file.renewCode;
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [tried, setTried] = useState(false);
  const [document, setDocument] = useState('');
  const renew = useSend(
    () => call('POST /api/requests/:id/code', { path: { id }, sends: { seen: file.seen, document } }),
    () => void client.invalidateQueries({ queryKey: ['application', id] }),
  );
  if (!allowed) return null;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (document.trim() === '') focusFirstWrong(event.currentTarget);
    else renew.mutate();
  };
  if (renew.data)
    return (
      <div className="identity" role="status">
        <dl>
          <dt>查询号</dt>
          <dd>{renew.data.queryNumber}</dd>
          <dt>新的查询码</dt>
          <dd className="code">{renew.data.code}</dd>
        </dl>
        <p className="soft">只显示这一次，请当面交给申请人。原来的查询码已经失效。</p>
      </div>
    );
  if (!asking)
    return (
      <Button size="small" className="screen-only" onClick={() => setAsking(true)}>
        {term}
      </Button>
    );
  return (
    <form className="identity" onSubmit={submit} noValidate aria-label={term}>
      <p className="soft">{causes}</p>
      <TextField
        label="核对了哪一种证件"
        hint="与案卷里的身份信息核对，只写种类，不写号码"
        value={document}
        onChange={setDocument}
        wrong={tried && document.trim() === '' ? '请写明核对的证件。' : null}
      />
      <ProblemNote error={renew.error} />
      <Button type="primary" size="small" htmlType="submit" loading={renew.isPending}>
        核对无误，补发
      </Button>
      <Button size="small" onClick={() => setAsking(false)}>
        不补发
      </Button>
    </form>
  );
}

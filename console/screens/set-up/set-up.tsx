/** 首次设置: opened by the one-time link the start prints; makes the county's agency and its security administrator. */
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import type { Issue, Setup } from '../../../src/desk/contract.ts';
import { call, problemOf } from '../../api/call.ts';
import { wrongAt } from '../../components/field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { TextField } from '../../components/text-field.tsx';
import '../../components/door.css';

const EMPTY = { agencyName: '', creditCode: '', name: '', signInName: '', password: '' };

export default function SetUp() {
  const [written, setWritten] = useState(EMPTY);
  const [again, setAgain] = useState('');
  const setUp = useMutation({ mutationFn: (setup: Setup) => call('POST /api/setup', { sends: setup }) });
  const issues: readonly Issue[] = setUp.error ? problemOf(setUp.error).issues : [];
  const differs = again === '' || again === written.password ? null : '两次输入的密码不一样。';

  if (setUp.isSuccess) return <Ready signInName={written.signInName} />;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (written.password === again) setUp.mutate({ ...written, token: tokenOfLink(window.location) });
  };
  const field = (name: keyof typeof EMPTY) => ({
    value: written[name],
    onChange: (value: string) => setWritten({ ...written, [name]: value }),
    wrong: wrongAt(issues, `/${name}`),
  });

  return (
    <main className="door">
      <title>首次设置 · 政务公开工作台</title>
      <h1>首次设置</h1>
      <p className="soft">建立本县的机关和第一位安全管理员。之后由他登录，增加部门、人员和岗位。</p>
      <form className="card" onSubmit={submit} noValidate>
        <TextField label="机关名称" hint="全称，例如“示例县人民政府”" {...field('agencyName')} />
        <TextField label="统一社会信用代码" hint="18 位，字母用大写" {...field('creditCode')} />
        <TextField label="安全管理员姓名" {...field('name')} />
        <TextField label="登录名" hint="字母、数字和 . _ -" autoComplete="username" {...field('signInName')} />
        <TextField label="密码" type="password" autoComplete="new-password" {...field('password')} />
        <TextField
          label="再输入一次密码"
          type="password"
          autoComplete="new-password"
          value={again}
          onChange={setAgain}
          wrong={differs}
        />
        <ProblemNote error={setUp.error} />
        <Button type="primary" htmlType="submit" block loading={setUp.isPending}>
          建立机关和管理员
        </Button>
      </form>
    </main>
  );
}

function Ready({ signInName }: { readonly signInName: string }) {
  return (
    <main className="door">
      <title>设置完成 · 政务公开工作台</title>
      <h1>设置完成</h1>
      <div className="card" role="status">
        <p>机关和安全管理员已经建立，设置链接从此失效。</p>
        <p>
          请用登录名“{signInName}”和刚才的密码<a href="/">登录</a>，先增加部门、人员和岗位。
        </p>
      </div>
    </main>
  );
}

/** `/set-up#…` or `/set-up?token=…`. */
function tokenOfLink({ search, hash }: Location): string {
  return new URLSearchParams(search).get('token') ?? decodeURIComponent(hash.slice(1));
}

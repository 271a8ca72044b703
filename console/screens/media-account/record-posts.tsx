/** 登记发布的信息: pasted from the backstage of the platform, a line each. */
import { useState } from 'react';
import { LongField } from '../../components/long-field.tsx';
import { SideForm } from '../../components/side-form.tsx';
import type { AccountFormProps } from './media-account.tsx';

export function RecordPosts({ view, error, pending, onSend, onLeave }: AccountFormProps) {
  const [lines, setLines] = useState('');
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (lines.trim() === '') return false;
    onSend({ verb: 'recordPosts', lines });
    return true;
  };
  return (
    <SideForm
      title={`登记“${view.line.name}”发布的信息`}
      verb="登记发布"
      error={error}
      pending={pending}
      onSubmit={submit}
      onLeave={onLeave}
    >
      <LongField
        label="发布的信息，每行一条"
        rows={6}
        value={lines}
        onChange={setLines}
        wrong={tried && lines.trim() === '' ? '请至少写一条。' : undefined}
        hint="日期、标题，后面可以写网址，例如“2026-03-02 全县春耕备耕工作会议召开 https://…”。可以从平台后台复制，一次最多 200 条；有一行不对就都不登记。"
      />
    </SideForm>
  );
}

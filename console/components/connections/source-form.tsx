/** 来源单位的设置: who it is, by what name and with which secret it signs, and where it is asked for what it offers. */
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import type { SourceSent } from '../../../src/desk/contract.ts';
import { ChoiceField } from '../choice-field.tsx';
import { ProblemNote } from '../problem-note.tsx';
import { TextField } from '../text-field.tsx';
import '../side-form.css';

export interface SourceFormProps {
  readonly begins?: SourceSent;
  readonly verb: string;
  readonly error: unknown;
  readonly pending: boolean;
  readonly onSend: (sent: SourceSent) => void;
  readonly onLeave: () => void;
}

const EMPTY: SourceSent = { name: '', siteUrl: '', keyId: '', secretFile: '', takeFrom: '', takeEvery: 60 };
const INTERVALS = [
  { value: '15', term: '15 分钟' },
  { value: '60', term: '1 小时' },
  { value: '240', term: '4 小时' },
  { value: '1440', term: '1 天' },
];

export function SourceForm({ begins = EMPTY, verb, error, pending, onSend, onLeave }: SourceFormProps) {
  const { name, siteUrl, keyId, secretFile, takeFrom, takeEvery } = begins;
  const [written, setWritten] = useState<SourceSent>({ name, siteUrl, keyId, secretFile, takeFrom, takeEvery });
  const set = (change: Partial<SourceSent>) => setWritten({ ...written, ...change });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSend(written);
  };
  return (
    <form onSubmit={submit} noValidate aria-label={verb}>
      <TextField
        label="单位名称"
        value={written.name}
        onChange={(said) => set({ name: said })}
        hint="显示给公众，例如“示例县人民政府”。"
      />
      <TextField
        label="网站地址"
        value={written.siteUrl}
        onChange={(said) => set({ siteUrl: said })}
        hint="原文只链接到这个网站。"
      />
      <TextField label="接口账号" value={written.keyId} onChange={(said) => set({ keyId: said })} />
      <TextField
        label="密钥文件"
        value={written.secretFile}
        onChange={(said) => set({ secretFile: said })}
        hint="只写文件名。"
      />
      <TextField
        label="从哪里取"
        value={written.takeFrom}
        onChange={(said) => set({ takeFrom: said })}
        optional
        hint="由对方推送过来的不填。要去取的写对方给的接口地址；对方也用本系统的，是它的网址加 /exchange/v1。填了的以对方的清单为准，清单里没有的随即撤下。"
      />
      {written.takeFrom.trim() !== '' && (
        <ChoiceField
          label="隔多久取一次"
          value={String(written.takeEvery)}
          onChange={(chosen) => set({ takeEvery: Number(chosen) })}
          choices={INTERVALS}
        />
      )}
      <ProblemNote error={error} />
      <p className="head-buttons">
        <Button type="primary" htmlType="submit" loading={pending}>
          {verb}
        </Button>
        <Button onClick={onLeave}>不办，返回</Button>
      </p>
    </form>
  );
}

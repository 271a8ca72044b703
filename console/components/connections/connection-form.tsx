/** 接口的设置: where it leads, by what name and with which secret, and how the other side calls our fields. */
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import type { ConnectionSent, ConnectionsView } from '../../../src/desk/contract.ts';
import { ChoiceField } from '../choice-field.tsx';
import { LongField } from '../long-field.tsx';
import { ProblemNote } from '../problem-note.tsx';
import { TextField } from '../text-field.tsx';
import { linesOf, type NamesRead, namesIn } from './mapping-lines.ts';
import '../side-form.css';

export interface ConnectionFormProps {
  readonly begins?: ConnectionSent;
  readonly ways: ConnectionsView['ways'];
  readonly verb: string;
  readonly error: unknown;
  readonly pending: boolean;
  readonly onSend: (settings: ConnectionSent) => void;
  readonly onLeave: () => void;
}

const EMPTY: ConnectionSent = {
  ...{ name: '', way: 'http', address: '', keyId: '', secretFile: '' },
  mapping: { fields: {}, columns: {}, constants: {} },
};

export function ConnectionForm(props: ConnectionFormProps) {
  const { begins = EMPTY, ways, verb, error, pending, onSend, onLeave } = props;
  const [written, setWritten] = useState({
    ...begins,
    fields: linesOf(begins.mapping.fields),
    columns: linesOf(begins.mapping.columns),
    constants: linesOf(begins.mapping.constants),
  });
  const [tried, setTried] = useState(false);
  const set = (change: Partial<typeof written>) => setWritten({ ...written, ...change });
  const read = {
    fields: namesIn(written.fields),
    columns: namesIn(written.columns),
    constants: namesIn(written.constants),
  };
  const wrongLine = (names: NamesRead) =>
    tried && 'wrong' in names ? `“${names.wrong}”不成一行，写成“左边 = 右边”。` : null;
  const way = ways.find(({ name }) => name === written.way);
  const isFolder = way?.address === 'folder';
  const ofDecisions = way?.carries === 'decisions';
  const isTaken = way?.address === 'none';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const { name, address, keyId, secretFile } = written;
    const { fields: ours, columns, constants } = read;
    if ('wrong' in ours || 'wrong' in columns || 'wrong' in constants) return;
    const mapping = { fields: ours.names, columns: columns.names, constants: constants.names };
    onSend({ name, way: written.way, address, keyId, secretFile, mapping });
  };
  return (
    <form onSubmit={submit} noValidate aria-label={verb}>
      <TextField label="平台名称" value={written.name} onChange={(name) => set({ name })} hint="例如“市集约化平台”。" />
      <ChoiceField
        label="提供的方式"
        value={written.way}
        onChange={(chosen) => set({ way: chosen as ConnectionSent['way'] })}
        choices={ways.map(({ name, term }) => ({ value: name, term }))}
        hint={
          isTaken &&
          '对方用下面的账号和密钥来取：地址是本站门户网址加 /exchange/v1，清单在 /exchange/v1/offers。本站不推送。'
        }
      />
      {!isTaken && (
        <TextField
          label={isFolder ? '交换文件夹' : '接口地址'}
          value={written.address}
          onChange={(address) => set({ address })}
          hint={
            isFolder
              ? '只写名称，建在 GONGKAI_EXCHANGE_FOLDER 指定的文件夹里。'
              : '对方给的网址。对方也用本系统的，是它的网址加 /exchange/v1。'
          }
        />
      )}
      <TextField
        label="接口账号"
        value={written.keyId}
        onChange={(keyId) => set({ keyId })}
        hint={isTaken ? '对方来取时报的名字，一个账号只给一个单位。' : '对方用它认出是哪个单位。'}
      />
      <TextField
        label="密钥文件"
        value={written.secretFile}
        onChange={(secretFile) => set({ secretFile })}
        hint="只写文件名。密钥由运行维护人员放进 GONGKAI_SECRETS 指定的文件夹，这里看不到内容。"
      />
      {ofDecisions && (
        <p className="soft">
          公示的许可、处罚每件一个文件，更正、撤回的再报一次；没有公示的不报。证件号码只报送、不公开，也在文件里：交换文件夹只给前置机读，字段对照里写了字段的，只报写出的。
        </p>
      )}
      <details className="mapping">
        <summary>字段和栏目的对照（对方有自己的叫法时填写）</summary>
        <LongField
          label="字段"
          value={written.fields}
          onChange={(text) => set({ fields: text })}
          wrong={wrongLine(read.fields)}
          optional
          hint={`一行一个，“本系统的字段 = 对方的字段”，例如 ${ofDecisions ? 'XK_WSH = WSH' : 'title = ArticleTitle'}。不写的按本系统的格式全部${isTaken ? '提供' : '推送'}；写了的只${isTaken ? '提供' : '推送'}写出的。可以写：${(way?.fields ?? []).map(({ name, term }) => `${name}（${term}）`).join('、')}。`}
        />
        {!ofDecisions && (
          <LongField
            label="栏目"
            value={written.columns}
            onChange={(text) => set({ columns: text })}
            wrong={wrongLine(read.columns)}
            optional
            hint="例如 news.notices = 0103；其余栏目写 * = 0199。"
          />
        )}
        <LongField
          label="固定内容"
          value={written.constants}
          onChange={(text) => set({ constants: text })}
          wrong={wrongLine(read.constants)}
          optional
          hint="每条都带上的，例如 SiteId = 1304000009。"
        />
      </details>
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

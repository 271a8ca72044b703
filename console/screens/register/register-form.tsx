/** The registration form in four parts; what the desk finds stands beside the field it is about. */
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import type { Vocabulary } from '../../../src/desk/contract.ts';
import { problemOf } from '../../api/call.ts';
import { ChoiceField } from '../../components/choice-field.tsx';
import { choicesOf } from '../../components/choices-of.ts';
import { DayField } from '../../components/day-field.tsx';
import { wrongAt } from '../../components/field.tsx';
import { focusFirstWrong } from '../../components/focus-wrong.ts';
import { LongField } from '../../components/long-field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { TextField } from '../../components/text-field.tsx';
import { ACTING, lacking, recordKey, type Written } from './written.ts';

export interface RegisterFormProps {
  readonly words: Vocabulary;
  readonly written: Written;
  readonly onWrite: (change: Partial<Written>) => void;
  readonly today: string;
  readonly error: unknown;
  readonly pending: boolean;
  readonly onRegister: () => void;
}

export function RegisterForm({ words, written, onWrite, today, error, pending, onRegister }: RegisterFormProps) {
  const [tried, setTried] = useState(false);
  const issues = error ? problemOf(error).issues : [];
  const channel = words.channels.find(({ name }) => name === written.channel);
  const natural = words.applicantKinds.find(({ name }) => name === written.applicantKind)?.natural ?? true;
  const lacks = tried ? lacking(written, words) : {};
  const field = (name: Exclude<keyof Written, 'records'>, where = `/${name}`) => ({
    value: written[name],
    onChange: (value: string) => onWrite({ [name]: value }),
    wrong: lacks[name] ?? wrongAt(issues, where),
  });
  const ofApplicant = (name: Exclude<keyof Written, 'records'>) => field(name, `/applicant/${name}`);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(lacking(written, words)).length === 0) onRegister();
    else focusFirstWrong(event.currentTarget);
  };

  return (
    <form className="register" onSubmit={submit} noValidate>
      <fieldset className="card">
        <legend>怎样收到的</legend>
        {words.agencies.length > 1 && (
          <ChoiceField
            label="受理机关"
            {...field('agencyId')}
            value={written.agencyId || words.agencies[0]!.name}
            choices={choicesOf(words.agencies)}
          />
        )}
        <ChoiceField label="渠道" {...field('channel')} choices={choicesOf(words.channels)} hint={channel?.basis} />
        <DayField label={channel?.arrival ?? '到达日'} {...field('on')} max={today} />
        {channel?.needsConfirmation && (
          <DayField
            label="双方确认之日"
            {...field('confirmedOn')}
            max={today}
            optional
            hint="与申请人确认收到以前，答复期限不起算；还没有联系上的先空着"
          />
        )}
        {channel?.needsConfirmation && written.confirmedOn > written.on && (
          <LongField
            label="确认迟延的原因"
            optional
            hint="到达后满两个工作日才确认的必须写，例如每次联系申请人的时间和结果；卷内另示按到达日起算的保守线"
            {...field('why')}
          />
        )}
        {channel?.records.map(({ name, term, hint }) => (
          <TextField
            key={name}
            label={term}
            hint={hint}
            value={written.records[name] ?? ''}
            onChange={(value) => onWrite({ records: { ...written.records, [name]: value } })}
            wrong={lacks[recordKey(name)] ?? wrongAt(issues, `/records/${name}`)}
          />
        ))}
      </fieldset>
      <fieldset className="card">
        <legend>申请人</legend>
        <ChoiceField
          label="申请人类别"
          {...field('applicantKind')}
          choices={choicesOf(words.applicantKinds)}
          hint="年度报告按这一项分列；律师以个人名义申请的是自然人"
        />
        <TextField label={natural ? '姓名' : '单位名称'} {...ofApplicant('name')} />
        <TextField
          label={natural ? '身份证明' : '统一社会信用代码'}
          hint={natural ? '证件名称和号码，加密保存' : undefined}
          optional
          {...ofApplicant('identity')}
        />
        {!natural && <TextField label="联系人" optional {...ofApplicant('representative')} />}
        <div className="pair">
          <TextField label="电话" optional {...ofApplicant('phone')} />
          <TextField label="电子邮箱" optional {...ofApplicant('email')} />
        </div>
        <TextField label="通信地址" optional hint="要求邮寄的必须填写，带邮政编码" {...ofApplicant('address')} />
        <ChoiceField label="替谁申请" {...field('acting')} choices={ACTING} hint={ACTING_HINTS[written.acting]} />
        {written.acting === 'agent' && (
          <>
            <TextField label="代理人姓名" {...field('agentName', '/applicant/agent/name')} />
            <div className="pair">
              <TextField
                label="代理人证件"
                optional
                hint="名称和号码，加密保存"
                {...field('agentIdentity', '/applicant/agent/identity')}
              />
              <TextField label="代理人电话" optional {...field('agentPhone', '/applicant/agent/phone')} />
            </div>
          </>
        )}
        {written.acting === 'together' && (
          <LongField
            label="其他共同申请人"
            hint="一行写一个姓名或者名称，不含上面填写的代表"
            {...field('others', '/applicant/together')}
          />
        )}
      </fieldset>
      <fieldset className="card">
        <legend>申请内容</legend>
        <LongField
          label="所需政府信息"
          rows={5}
          hint="照原文录入；名称、文号或者其他便于查询的特征"
          {...field('wanted')}
        />
        <ChoiceField
          label="获取信息的方式"
          {...field('formWanted')}
          choices={choicesOf(words.formsWanted)}
          none="请选择"
        />
      </fieldset>
      <ProblemNote error={error} />
      <Button type="primary" htmlType="submit" loading={pending}>
        登记申请
      </Button>
    </form>
  );
}

const ACTING_HINTS: Readonly<Record<string, string>> = {
  agent: '上面填写被代理的人，文书写给他；授权委托书登记以后上传到案卷附件',
  together: '上面填写推选的代表，由他收取文书；统计时算一件',
};

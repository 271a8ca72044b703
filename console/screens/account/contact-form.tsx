/** 联系方式和提醒: addresses, and which notices go there besides being shown in the console. */
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import type { AccountView, OwnContact } from '../../../src/desk/contract.ts';
import { call, problemOf } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';
import { DoneNote } from '../../components/done-note.tsx';
import { wrongAt } from '../../components/field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { TextField } from '../../components/text-field.tsx';

const chosenIn = ({ kinds }: AccountView, way: 'byMail' | 'bySms') =>
  kinds.filter((kind) => kind[way]).map(({ name }) => name);

export function ContactForm({ view }: { readonly view: AccountView }) {
  const client = useQueryClient();
  const [written, setWritten] = useState<OwnContact>({
    email: view.email,
    mobile: view.mobile,
    byMail: chosenIn(view, 'byMail'),
    bySms: chosenIn(view, 'bySms'),
  });
  const [done, setDone] = useState('');
  const save = useSend(
    (sends: OwnContact) => call('POST /api/account/contact', { sends }),
    (after) => {
      client.setQueryData(['account'], after);
      setDone('已经保存联系方式和提醒。');
    },
  );
  const issues = save.error ? problemOf(save.error).issues : [];
  const field = (name: 'email' | 'mobile') => ({
    value: written[name],
    onChange: (value: string) => setWritten((before) => ({ ...before, [name]: value })),
    wrong: wrongAt(issues, `/${name}`),
  });
  const toggle = (way: 'byMail' | 'bySms', name: string) =>
    setWritten((before) => ({
      ...before,
      [way]: before[way].includes(name) ? before[way].filter((one) => one !== name) : [...before[way], name],
    }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setDone('');
    save.mutate(written);
  };
  const ways = [
    { way: 'byMail', term: '邮件', on: view.mail },
    { way: 'bySms', term: '短信', on: view.sms },
  ] as const;
  const off = ways.filter(({ on }) => !on).map(({ term }) => term);
  return (
    <form className="card step side-form" onSubmit={submit} noValidate aria-labelledby="contact">
      <h2 id="contact">联系方式和提醒</h2>
      <p className="soft account-note">消息总会出现在工作台；这里选哪些另外用邮件、短信告诉你。地址和号码加密存放。</p>
      <div className="pair">
        <TextField label="电子邮箱" optional autoComplete="email" {...field('email')} />
        <TextField label="手机号码" optional autoComplete="tel" {...field('mobile')} />
      </div>
      {view.kinds.length === 0 ? (
        <p className="soft account-note">你的岗位没有要另外提醒的消息。</p>
      ) : (
        <table className="told-by">
          <caption className="heard">每种消息怎样告诉我</caption>
          <thead>
            <tr>
              <th scope="col">消息</th>
              {ways.map(({ way, term }) => (
                <th key={way} scope="col">
                  {term}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {view.kinds.map(({ name, term }) => (
              <tr key={name}>
                <th scope="row">{term}</th>
                {ways.map(({ way, term: by, on }) => (
                  <td key={way}>
                    <label>
                      <input
                        type="checkbox"
                        checked={written[way].includes(name)}
                        disabled={!on && !written[way].includes(name)}
                        aria-label={`${term}，用${by}告诉我`}
                        onChange={() => toggle(way, name)}
                      />
                    </label>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {off.length > 0 && (
        <p className="soft account-note">本系统没有设置{off.join('和')}，暂时不发。需要的，请找系统管理员。</p>
      )}
      <p className="soft account-note">到期提醒工作日早上合成一条发；短信晚九点到早八点不发，留到早上。</p>
      <ProblemNote error={save.error} />
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        保存联系方式和提醒
      </Button>
      <DoneNote says={done} />
    </form>
  );
}

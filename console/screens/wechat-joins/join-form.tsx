/** 接入公众号: the number of the account on the platform, and where its secrets lie. */
import type { WechatJoinView } from '../../../src/desk/contract.ts';
import { SideForm } from '../../components/side-form.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useFields } from '../../components/use-fields.ts';
import type { JoinAct } from './wechat-joins.tsx';

const MUST = { appId: '请填写 AppID。', secretFile: '请填写密钥文件的名称。' };

export interface JoinFormProps {
  readonly account: WechatJoinView;
  readonly act: JoinAct;
  readonly onLeave: () => void;
}

export function JoinForm({ account: { join }, act, onLeave }: JoinFormProps) {
  const blank = {
    appId: join?.appId ?? '',
    secretFile: join?.secretFile ?? '',
    callbackFile: join?.callbackFile ?? '',
  };
  const { written, field, isComplete } = useFields(blank, MUST, act.error);
  const submit = () => {
    if (!isComplete()) return false;
    const callbackFile = written.callbackFile.trim() || null;
    act.mutate({ verb: 'join', ...written, callbackFile }, { onSuccess: onLeave });
    return true;
  };
  return (
    <SideForm
      title="接入设置"
      verb="保存设置"
      error={act.error}
      pending={act.isPending}
      onSubmit={submit}
      onLeave={onLeave}
    >
      <TextField label="AppID" {...field('appId')} hint="公众平台“设置与开发”→“开发接口管理”里，以 wx 开头" />
      <div className="pair">
        <TextField label="密钥文件" {...field('secretFile')} hint="文件里是 AppSecret，只写文件名" />
        <TextField
          label="令牌文件"
          {...field('callbackFile')}
          hint="文件里是回调的令牌（Token），至少 16 位；不用回调的不填"
        />
      </div>
      <p className="soft">公众平台的“IP白名单”里要有这台服务器的出口地址；服务器配置的消息加解密方式可以选任何一种。</p>
    </SideForm>
  );
}

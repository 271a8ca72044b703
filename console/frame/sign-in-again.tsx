/** 重新登录, over the screen that was open: what was typed there is still there afterwards. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import type { SignIn } from '../../src/desk/contract.ts';
import { call } from '../api/call.ts';
import { signInWays } from '../api/provider-road.ts';
import { useEntered } from '../api/session.ts';
import { SignInForm } from '../components/sign-in-form.tsx';

export default function SignInAgain() {
  const entered = useEntered();
  const { data: ways } = useQuery(signInWays);
  const goOn = useMutation({ mutationFn: entered });
  const signIn = useMutation({
    mutationFn: async (credentials: SignIn) => {
      await call('POST /api/sign-in', { sends: credentials });
      await entered();
    },
  });
  return (
    <Modal
      title="登录已经过期"
      open
      closable={false}
      footer={null}
      width={400}
      keyboard={false}
      mask={{ closable: false }}
    >
      <p className="soft" style={{ marginBottom: 16 }}>
        30 分钟没有操作，或者已经在别处退出。重新登录后接着办，已经填写的内容还在。
      </p>
      <SignInForm error={signIn.error} pending={signIn.isPending} onSignIn={signIn.mutate} />
      {ways?.provider && (
        <div style={{ marginTop: 16 }}>
          <p className="soft" style={{ marginBottom: 8 }}>
            用统一身份认证的，请
            <a href="/" target="_blank" rel="noreferrer" style={{ textDecoration: 'underline' }}>
              在新窗口登录
            </a>
            ，再回到这里。
          </p>
          <p className="field-wrong" role="status" style={{ marginBottom: 8 }}>
            {goOn.isError && '还没有登录。请先在新窗口登录，再点“接着办”。'}
          </p>
          <Button block loading={goOn.isPending} onClick={() => goOn.mutate()}>
            已经登录，接着办
          </Button>
        </div>
      )}
    </Modal>
  );
}

/** 重新登录, over the screen that was open: what was typed there is still there afterwards. */
import { useMutation } from '@tanstack/react-query';
import { Modal } from 'antd';
import type { SignIn } from '../../src/desk/contract.ts';
import { call } from '../api/call.ts';
import { useEntered } from '../api/session.ts';
import { SignInForm } from '../components/sign-in-form.tsx';

export default function SignInAgain() {
  const entered = useEntered();
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
    </Modal>
  );
}

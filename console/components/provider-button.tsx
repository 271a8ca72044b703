/** 用统一身份认证登录: leaves for the provider; what hinders is said below. */
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { goToProvider } from '../api/provider-road.ts';
import { ProblemNote } from './problem-note.tsx';

export function ProviderButton({ primary = false }: { readonly primary?: boolean }) {
  const go = useMutation({ mutationFn: goToProvider });
  return (
    <>
      <ProblemNote error={go.error} />
      <Button type={primary ? 'primary' : 'default'} block loading={go.isPending} onClick={() => go.mutate()}>
        用统一身份认证登录
      </Button>
    </>
  );
}

/** Addresses that lead nowhere, and rooms that are not this officer's. */
import { Link } from 'wouter';

export function NoSuchScreen() {
  return (
    <section className="card failed">
      <title>没有这个页面 · 政务公开工作台</title>
      <h1>没有这个页面</h1>
      <p>地址可能写错了，或者这个页面已经改名。</p>
      <p>
        <Link href="/">回到待办</Link>
      </p>
    </section>
  );
}

export function ClosedRoom({ term, roles }: { readonly term: string; readonly roles: readonly string[] }) {
  return (
    <section className="card failed">
      <title>{`${term} · 政务公开工作台`}</title>
      <h1>{term}</h1>
      <p>
        你的岗位是{roles.join('、')}，不能打开“{term}”。工作需要的，请找安全管理员增加岗位。
      </p>
      <p>
        <Link href="/">回到待办</Link>
      </p>
    </section>
  );
}

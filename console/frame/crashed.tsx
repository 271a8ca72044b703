/** A screen that broke, or whose code cannot be had since the server was upgraded or the line is down, takes nothing else down. */
import { Button } from 'antd';
import { Component, type ReactNode } from 'react';
import '../components/failed.css';

export class Crashed extends Component<{ readonly children: ReactNode }, { readonly crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError() {
    return { crashed: true };
  }

  override render() {
    if (!this.state.crashed) return this.props.children;
    return (
      <section className="card failed" role="alert">
        <h1>这一页没有打开</h1>
        <p>网络断开了，或者系统刚刚升级过。请刷新页面；仍然如此的，请告诉系统管理员。</p>
        <Button onClick={() => window.location.reload()}>刷新页面</Button>
      </section>
    );
  }
}

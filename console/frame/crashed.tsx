/** A screen that broke, or whose code is gone since the server was upgraded, takes nothing else down. */
import { Button } from 'antd';
import { Component, type ReactNode } from 'react';
import { Failed } from '../components/failed.tsx';

export class Crashed extends Component<{ readonly children: ReactNode }, { readonly error: unknown }> {
  override state = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    if (this.state.error === null) return this.props.children;
    return (
      <>
        <Failed error={this.state.error} />
        <p style={{ marginTop: 16 }}>
          <Button onClick={() => window.location.reload()}>刷新页面</Button>
        </p>
      </>
    );
  }
}

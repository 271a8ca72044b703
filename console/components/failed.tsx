/** What could not be read, in words, with a way to try again. A closed room says whose it is. */
import { Button } from 'antd';
import { problemOf } from '../api/call.ts';
import './failed.css';

export function Failed({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) {
  const { status, says, basis } = problemOf(error);
  return (
    <section className="failed card" role="alert">
      <h2>{HEADINGS[status] ?? '没有读出来'}</h2>
      <p>{says}</p>
      {basis && <p className="basis">依据：{basis}</p>}
      {retry && status !== 403 && status !== 404 && <Button onClick={retry}>重试</Button>}
    </section>
  );
}

const HEADINGS: Readonly<Record<number, string>> = { 403: '这里不归你办', 404: '没有找到' };

/** What could not be read, in words, with a way to try again. A closed room says whose it is. */
import { Button } from 'antd';
import { Link } from 'wouter';
import { problemOf } from '../api/call.ts';
import './failed.css';

export interface FailedProps {
  readonly error: unknown;
  readonly retry?: () => void;
  /** Nothing else stands on the screen. */
  readonly alone?: boolean;
}

export function Failed({ error, retry, alone = false }: FailedProps) {
  const { status, says, basis } = problemOf(error);
  const Heading = alone ? 'h1' : 'h2';
  const final = status === 403 || status === 404;
  return (
    <section className="card failed" role="alert">
      <Heading>{HEADINGS[status] ?? '没有读出来'}</Heading>
      <p>{says}</p>
      {basis && <p className="basis">依据：{basis}</p>}
      {retry && !final && <Button onClick={retry}>重试</Button>}
      {alone && final && (
        <p>
          <Link href="/">回到待办</Link>
        </p>
      )}
    </section>
  );
}

const HEADINGS: Readonly<Record<number, string>> = { 403: '这里不归你办', 404: '没有找到' };

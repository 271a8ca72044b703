/** Why an act was not done; where the document has moved on since it was opened, the way to see it as it is now. */
import { Button } from 'antd';
import { problemOf } from '../../../api/call.ts';
import { ProblemNote } from '../../../components/problem-note.tsx';
import type { ActingProps } from './act.ts';

export function NotDoneNote({ error, onReload }: Pick<ActingProps, 'error' | 'onReload'>) {
  const stale = error !== null && problemOf(error).code === 'STALE';
  return (
    <ProblemNote error={error}>
      {stale && (
        <Button size="small" onClick={onReload}>
          看现在的情况
        </Button>
      )}
    </ProblemNote>
  );
}

/** An act that asks for nothing: what it will cause, and its button. */
import { Button } from 'antd';
import type { ActingProps, ActSaid } from './act.ts';
import { NotDoneNote } from './not-done.tsx';

export interface PressProps extends ActingProps {
  readonly act: ActSaid;
  readonly term: string;
  readonly causes?: string;
}

export function Press({ act, term, causes, error, pending, onAct, onReload }: PressProps) {
  return (
    <>
      {causes && <p>{causes}</p>}
      <NotDoneNote error={error} onReload={onReload} />
      <p className="head-buttons act-button">
        <Button type="primary" size="large" loading={pending} onClick={() => onAct(act)}>
          {term}
        </Button>
      </p>
    </>
  );
}

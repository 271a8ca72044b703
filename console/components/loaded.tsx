/** What a screen shows of a question to the desk: its shape in grey, the answer, or why there is none. */
import type { UseQueryResult } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { problemOf } from '../api/call.ts';
import { Failed } from './failed.tsx';

export interface LoadedProps<View> {
  readonly query: UseQueryResult<View>;
  /** Of the shape of what comes. */
  readonly skeleton: ReactNode;
  /** Nothing else stands on the screen. */
  readonly alone?: boolean;
  readonly children: (view: View) => ReactNode;
}

export function Loaded<View>({ query, skeleton, alone = false, children }: LoadedProps<View>) {
  const retry = () => void query.refetch();
  if (query.data === undefined)
    return query.isError ? (
      <Failed error={query.error} retry={retry} alone={alone} />
    ) : (
      <div role="status" aria-label="正在载入">
        {/* Grey bars, drawn as headings and lists: nothing to be read out. */}
        <div aria-hidden="true" style={{ display: 'contents' }}>
          {skeleton}
        </div>
      </div>
    );
  return (
    <>
      {query.isError && (
        <p className="problem-note" role="status">
          看到的是之前读到的内容，没有更新成功：{problemOf(query.error).says}
          <Button size="small" onClick={retry}>
            重试
          </Button>
        </p>
      )}
      {children(query.data)}
    </>
  );
}

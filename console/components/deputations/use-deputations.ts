/** 代理 as they stand, and the two ways to change them; what waits for whom is read anew after either. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DeputationLine, DeputationsView, NewDeputation } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';

const queryKey = ['deputations'];

export function useDeputations() {
  const client = useQueryClient();
  const query = useQuery({ queryKey, queryFn: ({ signal }) => call('GET /api/deputations', { signal }) });
  const [writing, setWriting] = useState(false);
  const [done, setDone] = useState('');
  const kept = (after: DeputationsView, says: string) => {
    client.setQueryData(queryKey, after);
    setWriting(false);
    setDone(says);
    return client.invalidateQueries({ queryKey: ['inbox'] });
  };
  const give = useSend(
    (sends: NewDeputation) => call('POST /api/deputations', { sends }),
    (after) => kept(after, '已经交办代理。'),
  );
  const end = useSend(
    ({ id }: DeputationLine) => call('DELETE /api/deputations/:id', { path: { id } }),
    (after, { deputy, principal }) => kept(after, `${deputy}代${principal}已经结束。`),
  );
  const turn = (to: boolean) => {
    give.reset();
    end.reset();
    setDone('');
    setWriting(to);
  };
  return { query, writing, turn, done, give, end };
}

/** Recording of a case: afterwards whatever shows it is read again. */
import { useQueryClient } from '@tanstack/react-query';
import type { NewRemedy, RemedyAct, RemedyView } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';

export function useRecordRemedy(onDone: () => void) {
  return useRecording((sends: NewRemedy) => call('POST /api/remedies', { sends }), onDone);
}

export function useRemedyAct({ id, seen }: Pick<RemedyView, 'id' | 'seen'>, onDone: () => void) {
  const send = (act: RemedyAct) => call('POST /api/remedies/:id/acts', { path: { id }, sends: { seen, act } });
  return useRecording(send, onDone);
}

function useRecording<Sent>(send: (sent: Sent) => Promise<RemedyView>, onDone: () => void) {
  const client = useQueryClient();
  return useSend(send, async () => {
    await client.invalidateQueries({ predicate: ({ queryKey }) => SHOW_CASES.includes(queryKey[0]) });
    onDone();
  });
}

const SHOW_CASES: readonly unknown[] = ['application', 'inbox', 'remedies'];

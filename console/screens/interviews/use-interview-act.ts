/** One act on an interview: the file on the screen is what came back. */
import { useQueryClient } from '@tanstack/react-query';
import type { InterviewActSent } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';

export function useInterviewAct(id: string, onDone: () => void) {
  const client = useQueryClient();
  return useSend(
    (sends: InterviewActSent) => call('POST /api/interviews/:id/acts', { path: { id }, sends }),
    (after) => {
      client.setQueryData(['interview', id], after);
      onDone();
    },
  );
}

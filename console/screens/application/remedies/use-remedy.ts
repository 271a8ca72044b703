/** Recording of a case: afterwards the file, which shows it, is read again. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { NewRemedy, RemedyAct, RemedyView } from '../../../../src/desk/contract.ts';
import { call } from '../../../api/call.ts';

export function useRecordRemedy(fileId: string, onDone: () => void) {
  return useRecording((sends: NewRemedy) => call('POST /api/remedies', { sends }), fileId, onDone);
}

export function useRemedyAct(remedyId: string, fileId: string, onDone: () => void) {
  const send = (sends: RemedyAct) => call('POST /api/remedies/:id/acts', { path: { id: remedyId }, sends });
  return useRecording(send, fileId, onDone);
}

function useRecording<Sent>(send: (sent: Sent) => Promise<RemedyView>, fileId: string, onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    async onSuccess() {
      await client.invalidateQueries({ queryKey: ['application', fileId] });
      onDone();
    },
  });
}

/** 附件 of one application: the list, and one more. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { AttachmentView } from '../../../src/desk/contract.ts';
import { call } from '../../api/call.ts';
import { useSend } from '../../api/use-send.ts';

const keyOf = (id: string) => ['attachments', id];

export function useAttachments(id: string) {
  return useQuery({
    queryKey: keyOf(id),
    queryFn: ({ signal }) => call('GET /api/requests/:id/files', { path: { id }, signal }),
  });
}

/** Puts the list as it stands afterwards where every reader of it looks. */
export function useKeepAttachments(id: string) {
  const client = useQueryClient();
  return (after: readonly AttachmentView[]) => client.setQueryData(keyOf(id), after);
}

/** @param added is given the list as it stands with the new one, which is the last */
export function useAddAttachment(id: string, purpose: string, added: (after: readonly AttachmentView[]) => void) {
  const keep = useKeepAttachments(id);
  return useSend(
    (file: File) => call('POST /api/requests/:id/files', { path: { id }, query: { purpose }, sends: { file } }),
    (after) => {
      keep(after);
      added(after);
    },
  );
}

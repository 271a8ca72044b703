/** 附件 as a screen shows it, whatever the officer who asks may do with it. */
import { FILE_KINDS, type FileKindName } from '../../platform/files/file-kinds.ts';
import type { RequestFact } from '../../requests/facts.ts';
import { clearingOf } from '../../requests/file-findings.ts';
import { FILE_PURPOSES, usedBy } from '../../requests/request-files.ts';
import type { NamedAttachment } from '../../requests/store/request-files.ts';
import type { AttachmentView } from '../contract.ts';
import { handOf } from '../people/hand-of.ts';

export function shownAttachment(
  one: NamedAttachment,
  facts: readonly RequestFact[],
  quarantined: ReadonlyMap<string, string>,
  names: ReadonlyMap<string, string> = new Map(),
): Omit<AttachmentView, 'providing' | 'removable' | 'usable' | 'mayClear'> {
  return {
    id: one.id,
    name: one.name,
    purpose: FILE_PURPOSES[one.purpose].term,
    kind: FILE_KINDS[one.kind as FileKindName].term,
    bytes: one.bytes,
    sha256: one.sha256,
    addedAt: one.addedAt.toISOString(),
    byApplicant: one.addedBy === 'public',
    usedBy: usedBy(one, facts),
    findings: one.findings.map(({ key, says, advice, basis }) => {
      const cleared = clearingOf(key, facts);
      return {
        ...{ key, says, advice, basis },
        cleared: cleared ? { by: handOf(cleared, names), on: cleared.on, why: cleared.why } : null,
      };
    }),
    quarantined: quarantined.get(one.id) ?? null,
  };
}

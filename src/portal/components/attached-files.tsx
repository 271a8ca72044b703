/** 附件: what goes with a document, each with its kind and size, so that nobody on a phone is surprised. */
import { FILE_KINDS, type FileKindName } from '../../platform/files/file-kinds.ts';
import type { PublicDocument } from '../../publications/public-view.ts';
import { fileSize } from '../file-size.ts';

export function AttachedFiles({
  of: { id, attachments },
  at = (fileId) => `/documents/${id}/files/${fileId}`,
}: {
  readonly of: PublicDocument;
  /** Where a file is read. */
  readonly at?: ((fileId: string) => string) | undefined;
}): JSX.Element {
  if (attachments.length === 0) return '';
  return (
    <section class="attached">
      <h2>附件</h2>
      <ul class="plain">
        {attachments.map(({ id: fileId, name, kind, bytes }) => (
          <li>
            <a href={at(fileId)} safe>
              {name}
            </a>{' '}
            <span class="small soft" safe>
              {`${FILE_KINDS[kind as FileKindName].term}，${fileSize(bytes)}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

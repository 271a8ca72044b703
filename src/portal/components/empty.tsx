/** 空状态: says what would be here and how to begin. */
import type { PropsWithChildren } from '@kitajs/html';

export function Empty({ says, children }: PropsWithChildren<{ readonly says: string }>): JSX.Element {
  return (
    <div class="empty">
      <p safe>{says}</p>
      {children}
    </div>
  );
}

/** 空: what would stand here, and how it begins. */
import type { ReactNode } from 'react';
import './empty.css';

export function Empty({ says, begin }: { readonly says: string; readonly begin?: ReactNode }) {
  return (
    <div className="empty">
      <p>{says}</p>
      {begin && <p className="soft">{begin}</p>}
    </div>
  );
}

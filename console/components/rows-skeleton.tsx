/** Rows on their way. */
import { Skeleton } from 'antd';

const KEYS = ['一', '二', '三', '四', '五'];

export function RowsSkeleton() {
  return (
    <div className="card">
      {KEYS.map((key) => (
        <Skeleton key={key} title={{ width: '60%' }} paragraph={{ rows: 1, width: '30%' }} />
      ))}
    </div>
  );
}

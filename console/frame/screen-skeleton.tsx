/** While the code of a screen is on its way: its head and the first rows, in grey. */
import { Skeleton } from 'antd';

export function ScreenSkeleton() {
  return (
    <div role="status" aria-label="正在载入">
      <div aria-hidden="true">
        <Skeleton title={{ width: '12em' }} paragraph={{ rows: 8 }} />
      </div>
    </div>
  );
}

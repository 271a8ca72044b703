/** Three columns in grey, where the facts, the next step and the clock will stand. */
import { Skeleton } from 'antd';

export function FileSkeleton() {
  return (
    <>
      <Skeleton title={{ width: '50%' }} paragraph={{ rows: 1, width: '20%' }} />
      <div className="file">
        {['facts', 'step', 'clock'].map((part) => (
          <div key={part} className="card">
            <Skeleton title={{ width: '40%' }} paragraph={{ rows: 7 }} />
          </div>
        ))}
      </div>
    </>
  );
}

/** In grey: the next step over the text, the review beside them. */
import { Skeleton } from 'antd';

export function PublicationSkeleton() {
  return (
    <>
      <Skeleton title={{ width: '50%' }} paragraph={{ rows: 1, width: '20%' }} />
      <div className="publication">
        <div className="publication-main">
          <div className="card">
            <Skeleton title={{ width: '30%' }} paragraph={{ rows: 3 }} />
          </div>
          <div className="card">
            <Skeleton title={{ width: '60%' }} paragraph={{ rows: 9 }} />
          </div>
        </div>
        <div className="card">
          <Skeleton title={{ width: '40%' }} paragraph={{ rows: 8 }} />
        </div>
      </div>
    </>
  );
}

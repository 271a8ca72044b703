/** 离线: said for as long as it lasts, over whatever was read before. */
import { useSyncExternalStore } from 'react';

export function OfflineBar() {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  return (
    <div role="status">
      {!online && <p className="offline-bar">网络断开了：看到的是断开以前读到的内容，恢复以前不能办理</p>}
    </div>
  );
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

/** Who is signed in, and what the frame of the console shows of him and of the day. */
import type { Light } from '../../statute/reply-clock/reckoning.ts';

export type Room =
  | 'requests'
  | 'tasks'
  | 'reports'
  | 'publications'
  | 'people'
  | 'messages'
  | 'looks'
  | 'erasure'
  | 'decisions'
  | 'findings';

export interface SessionView {
  readonly name: string;
  readonly agency: string;
  readonly roles: readonly string[];
  /** Rooms the officer's roles open. */
  readonly rooms: readonly Room[];
  /** 未读的消息. */
  readonly unread: number;
  /** 没有发出的消息, for whom the 发件箱 is open. */
  readonly unsent: number;
  /** 其他平台没有收下的, for whom the connections are open. */
  readonly undelivered: number;
  readonly mayRegister: boolean;
  /** Whether the officer makes rules of review. */
  readonly headsOffice: boolean;
  readonly today: string;
  /** 红黄灯的叫法. */
  readonly lights: Readonly<Record<Light, string>>;
  readonly demo: boolean;
}

export interface DemoAccount {
  readonly signInName: string;
  readonly password: string;
  readonly name: string;
  readonly roles: string;
}

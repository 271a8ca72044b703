/** 消息、没有发出的消息、本人的账号, as the console sees them. */
export interface NoticeLine {
  readonly id: string;
  readonly term: string;
  readonly says: string;
  /** Where it leads; null where there is nothing to open. */
  readonly path: string | null;
  /** ISO time. */
  readonly at: string;
  readonly read: boolean;
}

export interface NoticesView {
  /** ISO time: what may be marked as read together. */
  readonly until: string;
  readonly unread: number;
  readonly lines: readonly NoticeLine[];
}

export interface MessagesView {
  /** Each way out, with the server it goes through; null: not set up, nothing goes that way. */
  readonly mail: string | null;
  readonly sms: string | null;
  /** 一条也没有发出: ISO time since which something waits; null while messages go out. */
  readonly stalledSince: string | null;
  readonly waiting: number;
  readonly done: number;
  readonly dead: number;
  readonly given_up: number;
  /** Of the state asked for, at most 200. */
  readonly letters: readonly {
    readonly id: string;
    readonly term: string;
    readonly by: string;
    readonly to: string;
    readonly attempts: number;
    /** ISO times. */
    readonly madeAt: string;
    /** When it is tried next, or when it was settled. */
    readonly at: string;
    /** What the other side answered, or why it was not sent. */
    readonly said: string;
  }[];
}

/** 正在开启的身份验证器: for the app, once. */
export interface SecondFactorBegun {
  readonly secret: string;
  /** The QR code of the address, as the path of a picture of so many modules. */
  readonly qr: { readonly size: number; readonly d: string };
}

export interface OwnSessionView {
  readonly name: string;
  /** As he knows it: “Chrome，Windows”; empty where nothing was kept. */
  readonly browser: string;
  readonly address: string;
  /** 登录方式. */
  readonly way: string;
  readonly openedAt: string;
  readonly seenAt: string;
  /** The one that asks. */
  readonly here: boolean;
}

export interface AccountView {
  readonly name: string;
  readonly signInName: string;
  readonly email: string;
  readonly mobile: string;
  /** 身份验证器 is in force. */
  readonly secondFactor: boolean;
  /** Where he is signed in now, the one used last first; times in ISO 8601. */
  readonly sessions: readonly OwnSessionView[];
  /** Whether the installation sends any. */
  readonly mail: boolean;
  readonly sms: boolean;
  readonly kinds: readonly {
    readonly name: string;
    readonly term: string;
    readonly byMail: boolean;
    readonly bySms: boolean;
  }[];
}

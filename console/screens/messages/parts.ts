/** 发件箱的四部分, and what each column of time and words means there. */
export const PARTS = [
  {
    name: 'dead',
    term: '没有发出',
    at: '最后一次试发',
    said: '原因',
    empty: '没有发不出的消息。',
    begin: '几次试发都没有成功的会列在这里，等你决定再发还是不再发送。',
  },
  {
    name: 'waiting',
    term: '待发',
    at: '下次试发',
    said: '上次没有发出的原因',
    empty: '没有等待发送的消息。',
    begin: '夜间不发短信，也不通知申请人，会留到早上八点。',
  },
  {
    name: 'done',
    term: '已发送',
    at: '发出',
    said: '对方的答复',
    empty: '还没有发出过消息。',
    begin: '对方答复收下的才算已发送。',
  },
  {
    name: 'given_up',
    term: '不再发送',
    at: '决定',
    said: '理由',
    empty: '没有不再发送的消息。',
    begin: '收件人没有留下地址的，或者你决定不再发的，会列在这里。',
  },
] as const;

export type Part = (typeof PARTS)[number]['name'];

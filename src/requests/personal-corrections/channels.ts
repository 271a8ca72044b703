/** 提出的方式 (《条例》第四十一条 is silent; who asks has to prove who he is and what is wrong, so on paper or at the counter). */
export const CORRECTION_CHANNELS = {
  counter: { term: '当面提交' },
  post: { term: '邮寄' },
  other: { term: '其他机关转来' },
} as const;

export type CorrectionChannelName = keyof typeof CORRECTION_CHANNELS;

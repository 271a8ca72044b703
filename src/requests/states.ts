/**
 * 办理状态: where a file stands. 延期 and 延迟答复 are marks among the facts and not states: an extended file may still be out
 * for an opinion, and a file out for an opinion may still be extended (《条例》第三十三条).
 */
export interface StateOfFile {
  readonly term: string;
  /** 计时: runs, stands still, has not begun, or is over. A fee or a correction that comes in starts it anew. */
  readonly clock: 'not-begun' | 'runs' | 'stands-still' | 'over';
  /** What the applicant reads. */
  readonly plain: string;
}

export const STATES = {
  submitted: { term: '待确认', clock: 'not-begun', plain: '申请已经到达，正在与您确认。' },
  inProcess: { term: '办理中', clock: 'runs', plain: '申请正在办理。' },
  correctionPending: { term: '待补正', clock: 'stands-still', plain: '请您补正申请内容，收到补正后重新计算答复期限。' },
  reasonPending: { term: '待说明理由', clock: 'runs', plain: '请您说明多次、大量申请的理由。' },
  consulting: {
    term: '征求意见中',
    clock: 'stands-still',
    plain: '正在书面征求有关方面的意见，所需时间不计入答复期限。',
  },
  feePending: { term: '待缴费', clock: 'stands-still', plain: '请您按收费通知缴纳信息处理费。' },
  drafted: { term: '待审核', clock: 'runs', plain: '申请正在办理。' },
  reviewed: { term: '待签发', clock: 'runs', plain: '申请正在办理。' },
  signed: { term: '已签发，待送出', clock: 'runs', plain: '答复正在送出。' },
  served: { term: '已答复', clock: 'over', plain: '已经答复。' },
  abandoned: { term: '视为放弃', clock: 'over', plain: '因逾期未补正或者未缴费，这件申请不再办理。' },
  withdrawn: { term: '已撤回或者终结', clock: 'over', plain: '这件申请已经撤回或者终结。' },
  redoing: { term: '重新答复中', clock: 'runs', plain: '原来的答复正在重新作出。' },
  archived: { term: '已归档', clock: 'over', plain: '已经办结归档。' },
} as const satisfies Record<string, StateOfFile>;

export type RequestState = keyof typeof STATES;

export const REQUEST_STATES = Object.keys(STATES) as RequestState[];

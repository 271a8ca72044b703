/** The steps of a report that are one button, in the order of its life: what each asks for in words, and what it sends. */
import type { ReportAct, ReportView } from '../../../src/desk/contract.ts';

/** 保存正文 has a form of its own. */
export type StepVerb = Exclude<ReportAct['verb'], 'write'>;

export interface Step {
  /** Label of the words it asks for; null when a button is enough. */
  ask(view: Pick<ReportView, 'findings'>): string | null;
  act(said: string, seen: string): ReportAct;
}

const nothing = () => null;

export const STEPS: Readonly<Record<StepVerb, Step>> = {
  open: { ask: nothing, act: () => ({ verb: 'open' }) },
  freeze: {
    ask: ({ findings }) => (findings.some(({ severity }) => severity === 'error') ? '带着错误定稿的理由' : null),
    act: (said, seen) => ({ verb: 'freeze', seen, ...(said ? { waiver: said } : {}) }),
  },
  letPass: { ask: () => '放行的理由', act: (reason, seen) => ({ verb: 'letPass', seen, reason }) },
  publish: { ask: nothing, act: (_, seen) => ({ verb: 'publish', seen }) },
  reopen: { ask: () => '退回修改的理由', act: (reason) => ({ verb: 'reopen', reason }) },
  correct: { ask: () => '更正说明', act: (note) => ({ verb: 'correct', note }) },
};

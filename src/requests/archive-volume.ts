/**
 * 案卷 [ARC-1] (《条例》第四十五条：加强对政府信息公开申请的登记、审核、办理、答复、归档): what a volume holds and in which order, as papers. It tells everything
 * that was done and what each step rests on; the ledger vouches for it.
 */
import { grouped, type LedgerEntry } from '../ledger/entry.ts';
import { type CivilDate, inProse } from '../statute/civil-date.ts';
import type { Paper, PaperBlock, PaperCell, PaperTable } from '../statute/paper.ts';
import type { Reckoning } from '../statute/reply-clock/reckoning.ts';
import type { Grounds } from './asks.ts';
import { FACT_TERMS, lastOf, type RequestFact } from './facts.ts';
import type { InfoRequest } from './info-request.ts';
import { particularsOf } from './particulars.ts';
import { partsOf } from './reply-parts.ts';
import { TASK_STATES, tasksOf } from './tasks/task.ts';

/** One thing in the volume. */
export interface VolumeItem {
  /** File inside the volume. */
  readonly name: string;
  readonly title: string;
  readonly number: string;
  readonly by: string;
  readonly on: CivilDate;
}

export function indexPaper(request: InfoRequest, items: readonly VolumeItem[]): Paper {
  const head = ['序号', '文号', '责任者', '题名', '日期', '卷内文件'];
  const rows = items.map(({ name, title, number, by, on }, i) => [String(i + 1), number, by, title, on, name]);
  return {
    title: '卷内目录',
    blocks: [
      numberOf(request),
      { kind: 'paragraph', text: `申请内容：${request.wanted}` },
      tableOf('卷内目录', head, rows),
    ],
  };
}

/** @param handOf the name behind the hand that wrote a fact down */
export function historyPaper(
  request: InfoRequest,
  facts: readonly RequestFact[],
  traces: ReadonlyMap<number, LedgerEntry>,
  handOf: (fact: RequestFact) => string,
): Paper {
  const blocks = facts.flatMap((fact): PaperBlock[] => {
    const entry = traces.get(fact.n);
    const told = particularsOf(fact, facts).map(({ term, text }) => `${term}：${text}`);
    const letters = (fact.letters ?? []).map(
      ({ number, hash }) => `文书${number ? ` ${number}` : ''}，摘要 ${grouped(hash)}`,
    );
    return [
      {
        kind: 'heading',
        level: 2,
        text: `${fact.n}. ${inProse(fact.on)}　${FACT_TERMS[fact.type]}（${handOf(fact)}）`,
      },
      ...[...told, ...letters].map((text) => ({ kind: 'paragraph', text }) as const),
      {
        kind: 'paragraph',
        text: entry ? `留痕第 ${entry.seq} 条，${grouped(entry.hash)}` : '没有找到对应的留痕，这一步可能被改动过。',
      },
    ];
  });
  return { title: '办理经过', blocks: [numberOf(request), ...blocks] };
}

export function ladderPaper(request: InfoRequest, { received, due, steps, sideClocks }: Reckoning): Paper {
  return {
    title: '答复期限',
    blocks: [
      numberOf(request),
      { kind: 'paragraph', text: `收到申请之日：${received ? inProse(received) : '没有确认收到'}` },
      { kind: 'paragraph', text: `应当答复的最后一日：${due ? inProse(due) : '没有（未起算、暂停或者已经终止）'}` },
      ...steps.map(({ says, basis }, i) => ({ kind: 'paragraph', text: `${i + 1}. ${says}（${basis}）` }) as const),
      ...sideClocks.map(
        ({ term, due: last, says }) =>
          ({ kind: 'paragraph', text: `${term}${last ? `至${inProse(last)}` : ''}：${says}` }) as const,
      ),
    ],
  };
}

/** 协办 [REQ-99]: every task by itself, with its steps and what was answered. */
export function tasksPaper(request: InfoRequest, facts: readonly RequestFact[]): Paper | undefined {
  const tasks = tasksOf(facts);
  if (tasks.length === 0) return undefined;
  const head = ['序号', '协办机关', '协办事项', '发出', '期限', '回复', '状态', '催办次数'];
  const rows = tasks.map(({ name, what, sentOn, dueOn, answeredOn, state, reminders }, i) => [
    String(i + 1),
    name,
    what,
    sentOn,
    dueOn,
    answeredOn === null ? '没有' : answeredOn > dueOn ? `${answeredOn}（逾期）` : answeredOn,
    TASK_STATES[state].term,
    String(reminders),
  ]);
  const steps = tasks.flatMap(({ name, facts: own }, i): PaperBlock[] => [
    { kind: 'heading', level: 2, text: `${i + 1}. ${name}` },
    ...own.map((fact) => {
      const told = particularsOf(fact, facts).filter(({ term }) => term !== '协办机关');
      const text = [FACT_TERMS[fact.type], ...told.map(({ term, text }) => `${term}：${text}`)].join('；');
      return { kind: 'paragraph', text: `${inProse(fact.on)}　${text}` } as const;
    }),
  ]);
  return { title: '协办', blocks: [numberOf(request), tableOf('协办', head, rows), ...steps] };
}

/** 检索记录 of the reply, where its outcome rests on a search (第三十六条第（四）项). */
export function searchPaper(request: InfoRequest, facts: readonly RequestFact[]): Paper | undefined {
  const draft = lastOf(facts, 'drafted');
  const records = draft ? partsOf(draft).flatMap(({ what, grounds }) => searchOf(what, grounds)) : [];
  if (records.length === 0) return undefined;
  return {
    title: '检索记录',
    blocks: [numberOf(request), ...records.map((text) => ({ kind: 'paragraph', text }) as const)],
  };
}

function searchOf(what: string, { searchRecord }: Grounds): string[] {
  if (!searchRecord) return [];
  return [...(what ? [`关于${what}：`] : []), ...searchRecord.split('\n')];
}

function numberOf({ number }: InfoRequest): PaperBlock {
  return { kind: 'paragraph', text: `登记号：${number}` };
}

function tableOf(caption: string, head: readonly string[], rows: readonly (readonly string[])[]): PaperTable {
  const cell = (text: string): PaperCell => ({ text });
  return {
    kind: 'table',
    caption,
    columns: head.length,
    headRows: 1,
    rows: [
      head.map((text) => ({ text, head: 'column', align: 'center' }) as const),
      ...rows.map((row) => row.map(cell)),
    ],
  };
}

/** A name for a file inside the volume: nothing that a file system or an unpacking program could take for a path. */
export function safeName(words: string): string {
  return (
    words
      .replace(/[\\/:*?"<>|\p{Cc}\ue000-\uf8ff]/gu, '_')
      .replace(/^\.+/, '_')
      .slice(0, 80)
      .trim() || '未命名'
  );
}

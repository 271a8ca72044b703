/**
 * 申请页面的脚本: what makes applying easier where scripts run, and is missed nowhere: the proof of work instead of the plain question, and
 * what is published already while the description is typed, and of a survey what is asked of this reader. Bundled into one file of the portal's own.
 */
import { type Challenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';

/** Long enough that a sentence is typed in peace. */
const PAUSE_MS = 500;

void prove();
suggest();
askInTurn();

async function prove(): Promise<void> {
  const box = document.querySelector<HTMLElement>('[data-challenge]');
  const proof = document.querySelector<HTMLInputElement>('input[name="proof"]');
  const told = document.querySelector<HTMLElement>('[data-proof-told]');
  // Over plain http browsers do no such work: the plain question stays.
  if (!box || !proof || !told || !window.isSecureContext) return;
  // The page says that the question is still to be answered.
  if (box.querySelector('[aria-invalid]')) return;
  box.hidden = true;
  told.textContent = '正在确认不是程序自动提交，稍候即可，您可以继续核对。';
  // Who is faster than the work is made to wait for it, and what he pressed is pressed for him.
  let pressed: HTMLElement | null = null;
  const hold = (event: SubmitEvent) => {
    const by = event.submitter;
    if (by?.getAttribute('value') !== 'send') return;
    event.preventDefault();
    pressed = by;
    told.textContent = '正在确认不是程序自动提交，确认后自动提交。';
  };
  proof.form!.addEventListener('submit', hold);
  const challenge = JSON.parse(box.dataset.challenge!) as Challenge;
  const solution = await solveChallenge({ challenge, deriveKey }).catch(() => null);
  proof.form!.removeEventListener('submit', hold);
  if (solution === null) {
    box.hidden = false;
    told.textContent = '';
    return;
  }
  proof.value = JSON.stringify({ challenge, solution });
  told.textContent = '已经确认不是程序自动提交。';
  if (pressed) proof.form!.requestSubmit(pressed);
}

/** 问卷的条件: a question is shown when one of the answers it depends on is chosen. */
function askInTurn(): void {
  const depending = [...document.querySelectorAll<HTMLElement>('[data-asked-if]')];
  const look = () => {
    // In the order of the page: what hangs on a question that is hidden is hidden with it.
    for (const question of depending)
      question.hidden = !question.dataset.askedIf!.split(' ').some((id) => {
        const choice = document.getElementById(id) as HTMLInputElement | null;
        return choice?.checked && !choice.closest('[hidden]');
      });
  };
  if (depending.length === 0) return;
  document.addEventListener('change', look);
  look();
}

interface Match {
  readonly path: string;
  readonly title: string;
  readonly on: string;
}

function suggest(): void {
  const wanted = document.querySelector<HTMLTextAreaElement>('textarea[data-matches]');
  const list = document.querySelector<HTMLElement>('[data-matches-list]');
  if (!wanted || !list) return;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let asked: AbortController | undefined;
  wanted.addEventListener('input', () => {
    clearTimeout(waiting);
    asked?.abort();
    waiting = setTimeout(async () => {
      asked = new AbortController();
      const found = await matchesOf(wanted.value, asked.signal);
      if (found) show(list, found);
    }, PAUSE_MS);
  });
}

/** @returns undefined when it was asked anew meanwhile, or nothing could be asked: the next page looks again */
async function matchesOf(wanted: string, signal: AbortSignal): Promise<readonly Match[] | undefined> {
  if (wanted.trim().length < 3) return [];
  try {
    const body = new URLSearchParams({ wanted: wanted.slice(0, 500) });
    const answer = await fetch('/apply/matches', { method: 'POST', body, signal });
    return answer.ok ? ((await answer.json()) as Match[]) : undefined;
  } catch {
    return undefined;
  }
}

/** The region itself is there from the start: one that appears together with what it says is not read out. */
function show(list: HTMLElement, found: readonly Match[]): void {
  const lines = found.map(({ path, title, on }) => {
    const line = document.createElement('li');
    const link = document.createElement('a');
    Object.assign(link, { href: path, textContent: title, target: '_blank', rel: 'noopener' });
    line.append(link, ` ${on}`);
    return line;
  });
  const told = document.createElement('p');
  told.textContent = '已经公开的有这些，是不是您要的？（在新窗口打开）';
  const all = document.createElement('ul');
  all.className = 'list';
  all.append(...lines);
  list.replaceChildren(...(found.length > 0 ? [told, all] : []));
}

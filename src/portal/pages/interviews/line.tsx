/** 实录的一段: the same in the page and in what is sent while it is said. */
import { SPEAKERS } from '../../../interaction/interviews/interview.ts';
import type { Line } from '../../../interaction/interviews/transcript.ts';

const TIME = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  ...{ month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit' },
});

/** 北京时间, with its day: questions come in before. */
export const clockTime = (at: string) => TIME.format(new Date(at));

export const lineId = (n: number) => `line-${n}`;

export function TranscriptLine({ line, guest }: { readonly line: Line; readonly guest: string }): JSX.Element {
  const { n, who, text, answers, at, corrected } = line;
  const name = who === 'public' ? '网友提问' : who === 'guest' ? `${SPEAKERS.guest} ${guest}` : SPEAKERS.host;
  return (
    <li id={lineId(n)} class={`said by-${who}`}>
      <p class="said-head">
        <strong safe>{name}</strong>
        <time datetime={at} safe>
          {clockTime(at)}
        </time>
        {answers === null ? null : <a href={`#${lineId(answers)}`}>回答这个提问</a>}
      </p>
      {text.split('\n').map((part) => (
        <p safe>{part}</p>
      ))}
      {corrected ? (
        <p class="small soft" safe>
          {`${clockTime(corrected.at)}更正${corrected.note === '' ? '' : `：${corrected.note}`}`}
        </p>
      ) : null}
    </li>
  );
}

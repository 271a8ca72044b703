/**
 * 朗读 [PRT-89] (《无障碍环境建设法》第三十二条): reads the text of a page with the voice the browser has. Where there is none, nothing is offered;
 * a screen reader needs none of it. Sentence by sentence, because long texts are cut off by some browsers.
 */
const box = document.querySelector<HTMLElement>('[data-read-aloud]');
const text = box && document.querySelector<HTMLElement>(box.dataset.readAloud ?? '');
if (box && text && 'speechSynthesis' in window && 'SpeechSynthesisUtterance' in window) offer(box, text);

function offer(place: HTMLElement, source: HTMLElement): void {
  const speaker = window.speechSynthesis;
  const main = button('朗读正文');
  const stop = button('停止朗读');
  const told = document.createElement('span');
  told.className = 'small soft';
  told.setAttribute('role', 'status');
  stop.hidden = true;
  place.append(main, stop, told);
  let state: 'silent' | 'speaking' | 'paused' = 'silent';

  const turn = (next: typeof state) => {
    state = next;
    main.textContent = { silent: '朗读正文', speaking: '暂停朗读', paused: '继续朗读' }[next];
    stop.hidden = next === 'silent';
  };
  const end = () => {
    speaker.cancel();
    mark(undefined);
    turn('silent');
  };
  main.addEventListener('click', () => {
    if (state === 'speaking') {
      speaker.pause();
      return turn('paused');
    }
    if (state === 'paused') {
      speaker.resume();
      return turn('speaking');
    }
    told.textContent = '';
    speaker.cancel();
    turn('speaking');
    speak(source, speaker, end, () => {
      end();
      told.textContent = '这台设备没有可以用的中文语音，读不出来。';
    });
  });
  stop.addEventListener('click', end);
  // A page that was left does not go on speaking.
  window.addEventListener('pagehide', () => speaker.cancel());
}

function button(label: string): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'button quiet';
  made.textContent = label;
  return made;
}

function speak(source: HTMLElement, speaker: SpeechSynthesis, onEnd: () => void, onFail: () => void): void {
  const parts = sentencesIn(source);
  const voice = speaker.getVoices().find(({ lang }) => lang.toLowerCase().startsWith('zh'));
  parts.forEach(({ words, block }, at) => {
    const spoken = new SpeechSynthesisUtterance(words);
    spoken.lang = 'zh-CN';
    if (voice) spoken.voice = voice;
    // Slower than usual: those who ask for it read little on screens.
    spoken.rate = 0.9;
    spoken.onstart = () => mark(block);
    if (at === parts.length - 1) spoken.onend = onEnd;
    spoken.onerror = ({ error }) => {
      if (error !== 'canceled' && error !== 'interrupted') onFail();
    };
    speaker.speak(spoken);
  });
  if (parts.length === 0) onEnd();
}

const BLOCKS = 'p, h2, h3, h4, li, td, th, caption, figcaption';

function sentencesIn(source: HTMLElement): { words: string; block: Element }[] {
  return [...source.querySelectorAll(BLOCKS)]
    .filter((block) => !block.querySelector(BLOCKS))
    .flatMap((block) =>
      (block.textContent ?? '')
        .split(/(?<=[。！？；])/)
        .map((words) => words.trim())
        .filter((words) => words !== '')
        .map((words) => ({ words, block })),
    );
}

let marked: Element | undefined;

/** What is being read stands out. */
function mark(block: Element | undefined): void {
  marked?.classList.remove('being-read');
  marked = block;
  block?.classList.add('being-read');
}

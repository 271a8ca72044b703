/**
 * 文字直播的脚本: what is said appears while it is said. A browser without scripts has the link that reads the page anew; with the line broken the
 * browser comes again by itself and goes on from the last it has.
 */
const list = document.querySelector<HTMLElement>('[data-live]');
const told = document.querySelector<HTMLElement>('[data-live-told]');
const empty = document.querySelector<HTMLElement>('[data-live-empty]');
const refresh = document.querySelector<HTMLElement>('[data-live-refresh]');

/** After the server had no room. */
const AGAIN_MS = 30_000;

if (list && told && 'EventSource' in window) follow(list, told, list.dataset.live!);

function follow(place: HTMLElement, status: HTMLElement, address: string): void {
  const path = address.split('?')[0]!;
  let last = address.split('after=')[1] ?? '0';
  const source = new EventSource(`${path}?after=${last}`);
  const say = (text: string) => {
    if (status.textContent !== text) status.textContent = text;
  };
  source.addEventListener('open', () => {
    say('新的内容会自动出现在下面。');
    if (refresh) refresh.hidden = true;
  });
  source.addEventListener('line', (event) => {
    last = event.lastEventId;
    const { id, html } = JSON.parse(event.data) as { id: string; html: string };
    put(place, id, html);
    if (empty) empty.hidden = true;
  });
  source.addEventListener('begun', (event) => {
    last = event.lastEventId;
    say('访谈已经开始，新的内容会自动出现在下面。');
  });
  source.addEventListener('ended', () => over('访谈已经结束，以上是全部实录。'));
  source.addEventListener('cancelled', () => over('这期访谈已经取消。'));
  source.addEventListener('error', () => {
    if (refresh) refresh.hidden = false;
    if (source.readyState !== EventSource.CLOSED) return say('连接断开，正在重新连接。也可以刷新页面。');
    // Turned away for want of room.
    say('现在看的人太多，半分钟后再试。也可以刷新页面。');
    setTimeout(() => follow(place, status, `${path}?after=${last}`), AGAIN_MS);
  });
  const over = (text: string) => {
    source.close();
    say(text);
    if (refresh) refresh.hidden = false;
  };
  // A page that is left holds no line open.
  window.addEventListener('pagehide', () => source.close());
}

/** A line that is there already was put right; a reader at the end of the page is kept there. */
function put(place: HTMLElement, id: string, html: string): void {
  const box = document.createElement('template');
  box.innerHTML = html;
  const line = box.content.firstElementChild;
  if (!line) return;
  const page = document.documentElement;
  const atEnd = window.innerHeight + window.scrollY >= page.scrollHeight - 120;
  const there = document.getElementById(id);
  if (there) there.replaceWith(line);
  else place.append(line);
  if (atEnd && !there) line.scrollIntoView({ block: 'nearest' });
}

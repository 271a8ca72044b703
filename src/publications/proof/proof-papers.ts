/**
 * 证明曾经公开的文书 [PUB-95]: what a court or a reviewing body reads first, in plain words: what was public, where, from when to when, in which edition, and
 * how anybody can check it with what is on his own machine. It tells officers by name, as the file does, and nobody else.
 */
import { type ChainEnd, grouped } from '../../ledger/entry.ts';
import { type CivilDate, inProse } from '../../statute/civil-date.ts';
import type { Paper, PaperBlock, PaperCell } from '../../statute/paper.ts';
import type { PublicPeriod } from './public-period.ts';
import { TRAIL_TERMS, type TrailLine } from './trail.ts';

/** What the papers tell besides the edition: words and names the face knows. */
export interface ProofWords {
  readonly agency: string;
  /** Of its page, whole where the site has an address. */
  readonly address: string;
  readonly today: CivilDate;
  readonly indexNo: string;
  /** The day of the former site, and the day it came here; null for what was public here first. */
  readonly carriedOver: { readonly publishedOn: CivilDate; readonly on: CivilDate } | null;
  /** What the public read where it was withdrawn; null where it was not. */
  readonly notice: string | null;
  readonly nameOf: (by: string) => string;
  /** Of a line: what was done, in words. */
  readonly told: (line: TrailLine) => string;
  /** Day and time in Beijing, to the second. */
  readonly timeOf: (at: string) => string;
}

/** 包内的一份文件. */
export interface ProofPiece {
  readonly name: string;
  readonly title: string;
}

/** Which of the pieces the steps of the check name. */
export interface NamedPieces {
  readonly edition: string;
  /** Undefined where no record gives what the line's digest was taken of. */
  readonly release: string | undefined;
  readonly releaseLine: string;
}

const paragraph = (text: string): PaperBlock => ({ kind: 'paragraph', text });
const heading = (text: string): PaperBlock => ({ kind: 'heading', level: 1, text });

export function proofCover(
  period: PublicPeriod,
  words: ProofWords,
  pieces: readonly ProofPiece[],
  named: NamedPieces,
  chain: ChainEnd,
): Paper {
  const { edition, release } = period;
  const { title, docNo, issuer } = edition.particulars;
  const number = docNo === null ? '' : `，发文字号${docNo}`;
  return {
    title: '关于一条政府信息公开情况的证明',
    letterhead: { issuer: words.agency, number: null },
    blocks: [
      paragraph(
        `《${title}》（发文机关${issuer}${number}，索引号${words.indexNo}）由本机关在门户网站主动公开。公开的情况证明如下：`,
      ),
      heading('一、公开了什么'),
      paragraph(`公开的是这条信息的第${edition.n}版，标题、元数据、正文和附件与本包里的一致。`),
      paragraph(`这一版的摘要值（SM3）：${grouped(edition.hash)}`),
      heading('二、在什么地方、从什么时候到什么时候'),
      paragraph(`网址：${words.address}`),
      paragraph(timesOf(period, words)),
      ...(words.carriedOver
        ? [
            paragraph(
              `这条信息在本系统启用以前已经公开：原网站发布于${inProse(words.carriedOver.publishedOn)}，${inProse(words.carriedOver.on)}移入本站。移入以前的公开情况不由本系统记载。`,
            ),
          ]
        : []),
      paragraph(
        `发布时间由系统在发布的那一刻写入，任何人不能填写。发布这一步是留痕的第${release.seq}条，由${words.nameOf(release.actorId)}办理；从起草到发布、撤回的每一步见“经过”。`,
      ),
      heading('三、包里有什么'),
      tableOf(
        '包里的文件',
        ['序号', '文件', '是什么'],
        [...pieces.map(({ name, title: what }, i) => [String(i + 1), name, what])],
      ),
      paragraph(
        '网页是按这一版的存档还原的：标题、元数据、正文、附件、修改说明是当时公众看到的；导航、前后条目、相关文件随其他信息变化，没有存档，不在其中。',
      ),
      heading('四、怎样核对'),
      ...checks(edition.hash, named, chain).map((text, i) => paragraph(`${i + 1}. ${text}`)),
      { kind: 'closing', issuer: words.agency, date: inProse(words.today) },
    ],
  };
}

function timesOf({ release, end }: PublicPeriod, { timeOf, today, notice }: ProofWords): string {
  const from = `${timeOf(release.at)}起（北京时间，下同）`;
  if (end === null) return `公开的时间：${from}，至出具本证明之日（${inProse(today)}）仍在公开。`;
  const until = `至${timeOf(end.at)}止`;
  return end.verb === 'withdrawn'
    ? `公开的时间：${from}，${until}。此后撤回，原网址留有说明：“${notice ?? ''}”。`
    : `公开的时间：${from}，${until}，由后一版代替；网址没有变。`;
}

function checks(hash: string, { edition, release, releaseLine }: NamedPieces, { seq, hash: end }: ChainEnd): string[] {
  return [
    '文件有没有改动：把包解开，在文件夹里运行 sha256sum -c SHA256SUMS，每一份都应当是 OK。Windows 上可以对一份文件运行 certutil -hashfile 文件名 SHA256，与 SHA256SUMS 里的那一行比较。',
    `是不是这一版：运行 openssl dgst -sm3 “${edition}”，得到的应当是上面写的这一版的摘要值。这份文件就是算摘要值的原文，里面是标题、元数据、正文和各附件的 SHA-256 值。`,
    release === undefined
      ? `发布的是不是这一版：发布时所在的栏目没有存档，留痕里的内容摘要不能在本包里还原；发布的时间、办理人见“${releaseLine}”，须以本系统的记录为准。`
      : `发布的是不是这一版：运行 openssl dgst -sm3 “${release}”，得到的应当等于“${releaseLine}”里的 contentHash；这份文件里的 edition 应当等于这一版的摘要值${hash.slice(0, 8)}……。`,
    '留痕有没有改动：“留痕”文件夹里每条一份文件，对它运行 openssl dgst -sm3，得到的就是这一条的摘要，与“经过”里写的一致；文件里的 previous 是链上前一条的摘要。',
    `整条链有没有改动：由本机关在系统上运行 gongkai ledger verify。出具本证明时校验完整，共${seq}条，链尾${grouped(end)}。`,
    'SHA256SUMS 的 SM3 摘要在出具时已经记入留痕（proofTaken），整包被换过的，可以向本机关核对。',
  ];
}

export function trailPaper(lines: readonly TrailLine[], words: ProofWords): Paper {
  return {
    title: '经过',
    blocks: lines.flatMap(({ entry, ...line }, i): PaperBlock[] => [
      {
        kind: 'heading',
        level: 2,
        text: `${i + 1}. ${words.timeOf(entry.at)}　${words.told({ entry, ...line })}（${words.nameOf(entry.actorId)}）`,
      },
      paragraph(`留痕第${entry.seq}条，依据${entry.basis}。本条摘要${grouped(entry.hash)}`),
      paragraph(`前一条摘要${grouped(entry.previous)}`),
      paragraph(line.edition === null ? onNoText(entry.verb) : `所办的稿子，摘要值（SM3）${grouped(line.edition)}`),
    ]),
  };
}

function onNoText(verb: string): string {
  if (verb === 'drafted' || verb === 'revised') return '这一步留下的稿子后来改过，只存最后的一稿。';
  return `内容摘要见留痕文件的 contentHash（${TRAIL_TERMS[verb] ?? verb}）。`;
}

function tableOf(caption: string, head: readonly string[], rows: readonly (readonly string[])[]): PaperBlock {
  return {
    kind: 'table',
    caption,
    columns: head.length,
    headRows: 1,
    rows: [
      head.map((text): PaperCell => ({ text, head: 'column', align: 'center' })),
      ...rows.map((row) => row.map((text): PaperCell => ({ text }))),
    ],
  };
}

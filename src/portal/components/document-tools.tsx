/** 页面工具: 字号、下载、二维码、朗读 in one place above the text; printing is the browser's own. */
import type { PublicDocument } from '../../publications/public-view.ts';
import type { Frame } from '../frame.ts';
import { QrCode } from './qr-code.tsx';
import { SizeTools } from './size-tools.tsx';

/** What a document can be kept as. */
export const DOCUMENT_DOWNLOADS = { docx: 'Word', pdf: 'PDF' } as const;

export function DocumentTools({
  frame,
  document: { id },
  paperAt,
}: {
  readonly frame: Frame;
  readonly document: PublicDocument;
  /** Where it is kept as Word and PDF; nothing is offered where it is not. */
  readonly paperAt: ((kind: keyof typeof DOCUMENT_DOWNLOADS) => string) | undefined;
}): JSX.Element {
  return (
    <div class="document-tools">
      <SizeTools visit={frame.visit} />
      {paperAt ? (
        <ul class="tools">
          {(Object.keys(DOCUMENT_DOWNLOADS) as (keyof typeof DOCUMENT_DOWNLOADS)[]).map((kind) => (
            <li>
              <a href={paperAt(kind)} rel="nofollow" safe>
                {`下载 ${DOCUMENT_DOWNLOADS[kind]}`}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      {/* Filled by the script where the browser can speak; empty, it takes no room. */}
      <div class="read-aloud" data-read-aloud="#text"></div>
      <details class="qr-box">
        <summary>二维码</summary>
        <QrCode text={`${frame.site.url}/documents/${id}`} label="本页网址的二维码" />
        <p class="small soft">用手机扫一扫，在手机上看本页。</p>
      </details>
    </div>
  );
}

/** On paper only: where the page is found. */
export function PrintedAddress({
  frame,
  document: { id },
}: {
  readonly frame: Frame;
  readonly document: PublicDocument;
}): JSX.Element {
  const address = `${frame.site.url}/documents/${id}`;
  return (
    <div class="on-paper">
      <QrCode text={address} label="本页网址的二维码" />
      <p>
        网址：<span safe>{address}</span>
      </p>
    </div>
  );
}

/** 信息列表: title and date, one line each; a document without force says so. */
import { VALIDITY_TERMS } from '../../publications/normative.ts';
import type { PublicLine } from '../../publications/public-view.ts';

export function DocumentList({ lines }: { readonly lines: readonly PublicLine[] }): JSX.Element {
  return (
    <ul class="list">
      {lines.map((line) => (
        <li>
          <a href={`/documents/${line.id}`}>
            <span safe>{line.title}</span>
            {line.validity === 'valid' ? null : <span class="soft" safe>{`（${VALIDITY_TERMS[line.validity]}）`}</span>}
          </a>
          <time datetime={line.publishedOn} safe>
            {line.publishedOn}
          </time>
        </li>
      ))}
    </ul>
  );
}

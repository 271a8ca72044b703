/** 字号: three links, kept in the reader's cookie; works without a script. */
import type { Visit } from '../visit.ts';
import { SIZES, type SizeName } from '../visit.ts';
import { settingsLink } from './settings-link.ts';

export function SizeTools({ visit }: { readonly visit: Visit }): JSX.Element {
  return (
    <ul class="tools">
      {(Object.keys(SIZES) as SizeName[]).map((size) => (
        <li>
          {size === visit.size ? (
            <strong>{SIZES[size]}</strong>
          ) : (
            <a href={settingsLink(visit, { size })} rel="nofollow">
              {SIZES[size]}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}

/** 有效性: said above the text where a document is not, or not yet, in force. */
import { VALIDITY_TERMS } from '../../publications/normative.ts';
import type { PublicDocument } from '../../publications/public-view.ts';
import { inProse } from '../../statute/civil-date.ts';

export function ValidityBanner({ document }: { readonly document: PublicDocument }): JSX.Element {
  const says = saysOf(document);
  return says ? (
    <p class="notice warn">
      <strong safe>{says}</strong>
    </p>
  ) : (
    ''
  );
}

function saysOf({ validity, ended, expiresOn, effectiveOn }: PublicDocument): string | undefined {
  switch (validity) {
    case 'valid':
      return undefined;
    case 'notYet':
      return effectiveOn ? `尚未施行：自${inProse(effectiveOn)}起施行。` : '尚未施行。';
    case 'expired':
      return expiresOn ? `已经失效：有效期至${inProse(expiresOn)}。` : '已经失效。';
    default:
      return ended
        ? `已${VALIDITY_TERMS[validity]}：自${inProse(ended.on)}起，依据${ended.by}。`
        : `已${VALIDITY_TERMS[validity]}。`;
  }
}

/** What every part of this screen is given. */
import type { SiteActSent, SiteView } from '../../../src/desk/contract.ts';

export interface Asking {
  readonly act: SiteActSent;
  /** Told when it is done. */
  readonly says: string;
}

export interface SitePartProps {
  readonly view: SiteView;
  readonly error: unknown;
  readonly pending: boolean;
  readonly onSend: (asking: Asking) => void;
  /** Which form is open: the others wait. */
  readonly open: string;
  readonly onOpen: (form: string) => void;
}

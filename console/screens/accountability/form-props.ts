/** What every form of this screen is given. */
import type { OversightPage } from '../../../src/desk/contract.ts';
import type { Asking } from './accountability.tsx';

export interface OversightFormProps {
  readonly view: OversightPage;
  readonly error: unknown;
  readonly pending: boolean;
  readonly onSend: (asking: Asking) => void;
  readonly onLeave: () => void;
}

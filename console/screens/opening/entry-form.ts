/** What the form of one entry is given. */
import type { OpeningView } from '../../../src/desk/contract.ts';
import type { SideFormProps } from '../../components/side-form.tsx';

export interface EntryFormProps<Sent> extends Pick<SideFormProps, 'error' | 'pending' | 'onLeave'> {
  readonly view: OpeningView;
  readonly today: string;
  /** The agency to begin with: the only one, or that of the entry before. */
  readonly agencyId: string;
  readonly onSave: (sent: Sent) => void;
}

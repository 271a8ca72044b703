/** What every form of this screen is given. */
import type { PeopleView } from '../../../src/desk/contract.ts';
import type { SideFormProps } from '../../components/side-form.tsx';

export interface PeopleFormProps extends Pick<SideFormProps, 'error' | 'pending' | 'onLeave'> {
  readonly view: PeopleView;
}

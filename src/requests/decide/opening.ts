/** The scene in which a file is opened: the numbers its agency would give next, and those in use. */
import type { Scene } from '../../perform.ts';

export interface OpeningScene extends Scene {
  /** 登记号 in the series of the agency and the year of arrival. */
  readonly nextNumber: string;
  readonly queryNumber: string;
}

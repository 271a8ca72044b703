/**
 * 期初余额: what a county opens with, one entry for each kind. The forms and sheets differ by their fields; how they are read, refused and
 * kept is the same for all (`routes/opening.ts`).
 */
import type { Permission } from '../../people/actor.ts';
import type { AgencyId } from '../../people/agency.ts';
import { OPENING_COLUMNS, readOpeningForm } from '../../publications/opening-form.ts';
import { permit as permitPublication } from '../../publications/permissions.ts';
import { publicationStairs } from '../../publications/store/stairs.ts';
import { CARRIED_OVER_COLUMNS, readCarriedOverForm } from '../../requests/carried-over-form.ts';
import { permitOpening } from '../../requests/permissions.ts';
import { requestStairs } from '../../requests/store/stairs.ts';
import type { CellFault, SheetColumn } from '../../statute/sheet.ts';
import type { DeskDeps } from '../desk.ts';
import { enterAll, type RefusedAt } from '../enter-all.ts';
import type { Officer } from '../reach.ts';

export type Fields = Readonly<Record<string, string>>;

export interface Balance {
  readonly name: 'documents' | 'applications';
  /** What its issues are called by. */
  readonly rule: string;
  readonly term: string;
  readonly measure: string;
  readonly columns: readonly SheetColumn[];
  /** Where a field stands in the form, as a JSON Pointer. */
  pointerTo(key: string): string;
  mayEnter(officer: Officer, agencyId: AgencyId): Permission;
  /** What is wrong with the fields, before anything is entered. */
  check(fields: Fields, agencyId: AgencyId): readonly CellFault[];
  /** Enters all or nothing. @param forms ones that `check` has passed */
  enter(officer: Officer, forms: readonly Fields[], agencyId: AgencyId): Promise<Entered>;
}

export interface Entered {
  readonly refused: readonly RefusedAt[];
  /** What the officer has to hand on, where one alone was entered. */
  readonly handOn: string;
}

export function documentsInForce({ house }: DeskDeps): Balance {
  const read = (fields: Fields, agencyId: AgencyId) => readOpeningForm(fields as never, agencyId);
  return {
    name: 'documents',
    rule: 'PUB-19',
    term: '结转文件',
    measure: '件文件',
    columns: OPENING_COLUMNS,
    pointerTo: (key) => `/${key}`,
    mayEnter: (officer, agencyId) => permitPublication('openWithBalance', officer, { agencyId }),
    check: (fields, agencyId) => read(fields, agencyId).faults,
    async enter(officer, forms, agencyId) {
      const commands = forms.flatMap((fields) => read(fields, agencyId).command ?? []);
      const { refused } = await enterAll(house, publicationStairs, officer, commands);
      return { refused, handOn: '' };
    },
  };
}

export function applicationsCarriedOver({ house, keys, newQueryCode }: DeskDeps): Balance {
  const read = (fields: Fields, agencyId: AgencyId) => readCarriedOverForm(fields as never, agencyId);
  return {
    name: 'applications',
    rule: 'REQ-33',
    term: '结转申请',
    measure: '件申请',
    columns: CARRIED_OVER_COLUMNS,
    pointerTo: (key) => (OF_APPLICANT.includes(key) ? `/applicant/${key}` : `/${key}`),
    mayEnter: (officer, agencyId) =>
      permitOpening(officer, { verb: 'openWithCarriedOver', agencyId, channel: 'counter' }),
    check: (fields, agencyId) => read(fields, agencyId).faults,
    async enter(officer, forms, agencyId) {
      // Each gets a code, because none may be without; those of a whole sheet nobody could hand on, so they are not shown.
      const codes = forms.map(() => newQueryCode());
      const commands = forms.flatMap((fields, i) => {
        const { command } = read(fields, agencyId);
        return command ? { ...command, codeDigest: codes[i]!.digest } : [];
      });
      const { entered, refused } = await enterAll(house, requestStairs(keys), officer, commands);
      const [only] = entered.length === 1 ? entered : [];
      const handOn = only
        ? `查询号 ${only.request.queryNumber}，查询码 ${codes[0]!.code}，只显示这一次，请转告申请人。`
        : '';
      return { refused, handOn };
    },
  };
}

const OF_APPLICANT = ['name', 'identity', 'phone', 'email', 'address', 'representative'];

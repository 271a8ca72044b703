/** 到期清除的各类案卷 [SEC-25]: what each keeps, how its list is read and how a confirmed one is erased. */
import { OPINION_SHELF } from '../../interaction/store/consultation-tables.ts';
import { LETTER_SHELF } from '../../interaction/store/letter-tables.ts';
import type { Actor } from '../../people/actor.ts';
import type { AgencyId } from '../../people/agency.ts';
import { type House, perform } from '../../perform.ts';
import { dueIdentities, eraseSealed, type SealedShelf } from '../../requests/store/erase-sealed.ts';
import { confirmErasureStairs, dueErasures } from '../../requests/store/erasure.ts';
import { CORRECTION_SHELF } from '../../requests/store/personal-corrections/tables.ts';
import { type CivilDate, civilDateAt } from '../../statute/civil-date.ts';
import type { Refusal } from '../../statute/refusal.ts';
import type { DeskDeps } from '../desk.ts';

/** One that is due. */
export interface DueFile {
  readonly fileId: string;
  readonly agencyId: AgencyId;
  readonly number: string;
  readonly closedOn: CivilDate | null;
  readonly dueOn: CivilDate;
  /** Files on the disk that go with it. */
  readonly files: number;
}

interface ErasureKind {
  readonly term: string;
  due(house: House, agencyIds: readonly AgencyId[]): Promise<readonly DueFile[]>;
  confirm(
    deps: Pick<DeskDeps, 'house' | 'files'>,
    actor: Actor,
    agencyId: AgencyId,
    fileIds: readonly string[],
  ): Promise<object | Refusal>;
}

export const ERASURE_KINDS = {
  application: {
    term: '政府信息公开申请',
    async due({ db, calendar, now }, agencyIds) {
      const due = await dueErasures(db, agencyIds, civilDateAt(now()), calendar().settings);
      return due.map(({ requestId, ...file }) => ({ ...file, fileId: requestId }));
    },
    confirm: ({ house }, actor, agencyId, requestIds) =>
      perform(house, confirmErasureStairs, actor, { verb: 'confirmErasure', agencyId, requestIds }),
  },
  personalCorrection: ofShelf('更正本人信息的申请', CORRECTION_SHELF),
  citizenLetter: ofShelf('来信', LETTER_SHELF),
  publicOpinion: ofShelf('征集的意见', OPINION_SHELF),
} as const satisfies Record<string, ErasureKind>;

export type ErasureKindName = keyof typeof ERASURE_KINDS;
export const ERASURE_KIND_NAMES = Object.keys(ERASURE_KINDS) as ErasureKindName[];

function ofShelf(term: string, shelf: SealedShelf): ErasureKind {
  return {
    term,
    async due({ db, calendar, now }, agencyIds) {
      const due = await dueIdentities(db, shelf, agencyIds, civilDateAt(now()), calendar().settings);
      return due.map(({ id, settledOn, files, ...file }) => ({
        ...file,
        ...{ fileId: id, closedOn: settledOn, files: files.length },
      }));
    },
    confirm: ({ house, files }, actor, agencyId, ids) => eraseSealed(house, shelf, actor, { agencyId, ids }, files),
  };
}

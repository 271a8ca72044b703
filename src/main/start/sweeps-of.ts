/** 定时任务: what the rooms have found to be due by itself, each at its own pace. */
import { carryOutDue } from '../../desk/people/reorganisation/sweep.ts';
import { picturesOfInterviews } from '../../interaction/store/interview-stairs.ts';
import type { House } from '../../perform.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import type { Sweep } from '../../platform/sweeps.ts';
import { forgetUnusedFiles, UNUSED_DAYS } from '../../publications/store/attached-files.ts';
import { recordExpired } from '../../publications/store/expired.ts';
import { forgetOldWritings, KEPT_DAYS } from '../../publications/store/kept-writings.ts';
import { forgetUnusedPictures } from '../../publications/store/pictures.ts';
import { releaseScheduled } from '../../publications/store/scheduled.ts';
import { refreshDueDays } from '../../requests/store/due-days.ts';
import { eraseConfirmed } from '../../requests/store/erasure.ts';
import { noteSilences, remindTasks } from '../../requests/store/reminders.ts';
import type { RequestKeys } from '../../requests/store/stairs.ts';
import { forgetSubmissions } from '../../requests/store/submissions.ts';
import { makePatrolSheets } from '../../supervision/store/patrol-sweep.ts';
import { remindOwners } from '../../supervision/store/work-point-stairs.ts';
import { namedAmong } from '../file-rows.ts';
import type { ShelfOwner } from '../shelf-owner.ts';
import { scanWaiting } from './upload-guard.ts';

const HOUR = 3_600;

/** A form is good for two hours, so after three nobody can still name the file he uploaded with it. */
const UNNAMED_MS = 3 * HOUR * 1_000;

const DAY_MS = 24 * HOUR * 1_000;

/** In a process that only serves the public, on a machine where perhaps no other runs: what it alone can reach. */
export function portalSweeps(files: Pick<FileStore, 'clearQuarantine'>): readonly Sweep[] {
  return [
    {
      name: 'clear-broken-uploads',
      everySeconds: HOUR,
      run: async (now) => void (await files.clearQuarantine(new Date(now.getTime() - UNNAMED_MS))),
    },
  ];
}

export function sweepsOf(
  house: House,
  files: Pick<FileStore, 'sweep' | 'erase' | 'scanAgain'>,
  keys: RequestKeys,
  owner: ShelfOwner,
): readonly Sweep[] {
  return [
    {
      name: 'recheck-deadlines',
      everySeconds: HOUR,
      run: async () => void (await refreshDueDays(house)),
    },
    {
      name: 'remind-departments',
      everySeconds: HOUR,
      run: async () => void (await remindTasks(house, keys)),
    },
    {
      name: 'note-silence',
      everySeconds: HOUR,
      run: async () => void (await noteSilences(house, keys)),
    },
    { name: 'carry-out-reorganisations', everySeconds: 300, run: async () => void (await carryOutDue(house)) },
    { name: 'make-patrol-sheets', everySeconds: 300, run: async () => void (await makePatrolSheets(house)) },
    { name: 'remind-owners', everySeconds: HOUR, run: async () => void (await remindOwners(house)) },
    {
      name: 'record-expired-documents',
      everySeconds: HOUR,
      run: async () => void (await recordExpired(house)),
    },
    {
      name: 'release-scheduled-documents',
      everySeconds: 60,
      run: async () => void (await releaseScheduled(house)),
    },
    {
      name: 'forget-used-forms',
      everySeconds: HOUR,
      async run(now) {
        await forgetSubmissions(house.db, now);
        await forgetOldWritings(house.db, new Date(now.getTime() - KEPT_DAYS * DAY_MS));
      },
    },
    {
      name: 'erase-confirmed-identities',
      everySeconds: 60,
      run: async () => void (await eraseConfirmed(house, files)),
    },
    { name: 'scan-waiting-files', everySeconds: 60, run: () => scanWaiting(house, files) },
    {
      name: 'clear-unnamed-files',
      everySeconds: HOUR,
      async run(now) {
        const unusedSince = new Date(now.getTime() - UNUSED_DAYS * DAY_MS);
        await forgetUnusedFiles(house.db, unusedSince);
        await forgetUnusedPictures(house.db, unusedSince, await picturesOfInterviews(house.db));
        await owner.prove();
        await files.sweep(new Date(now.getTime() - UNNAMED_MS), (ids) => namedAmong(house.db, ids));
        await owner.note();
      },
    },
  ];
}

/** What a paper that has gone out asks of the applicant: to confirm that he has it, and to act in time. */
import { type CivilDate, inProseWithWeekday } from '../../statute/civil-date.ts';
import { AccessFields } from '../components/access-fields.tsx';
import type { Access } from '../track-access.ts';

/** 双方确认: the day a paper arrived is the applicant's to tell; periods of his own run from it. */
export function Confirm({
  paper,
  what,
  access,
}: {
  readonly paper: number;
  readonly what: string;
  readonly access: Access;
}): JSX.Element {
  return (
    <form method="post" action="/track/act">
      <AccessFields access={access} />
      <input type="hidden" name="do" value="recordReceived" />
      <input type="hidden" name="paper" value={String(paper)} />
      <button type="submit" class="quiet" safe>
        {`确认今天收到${what}`}
      </button>
    </form>
  );
}

export function lastDay(act: string, dueOn: CivilDate | null): string {
  return dueOn
    ? `最迟 ${inProseWithWeekday(dueOn)}${act}，逾期视为放弃申请。`
    : `收到告知后请尽快${act}，期限以告知书为准。`;
}

/** 建议主动公开 (《条例》第四十四条第二款): what the applicant may suggest of what he was given, and what became of it. */
import type { TrackedRequest } from '../../requests/track.ts';
import { type CivilDate, inProse } from '../../statute/civil-date.ts';
import { AccessFields } from '../components/access-fields.tsx';
import { TextArea } from '../components/field.tsx';
import type { Access } from '../track-access.ts';

/** 《条例》第十八条: what was refused may be disclosed now. */
export function Offer({ since }: { readonly since: CivilDate }): JSX.Element {
  return (
    <section class="notice good">
      <h2>原来不予公开的信息可以公开了</h2>
      <p safe>{`${inProse(since)}，受理机关定期评估后认为这些信息可以公开。`}</p>
      <p>
        您可以<a href="/apply">重新申请</a>，或者<a href="/guide">联系受理机构</a>领取。
      </p>
    </section>
  );
}

const PROACTIVE = {
  suggested: '您建议主动公开这些信息，受理机关正在审核。',
  adopted: '您建议主动公开这些信息，受理机关已经决定主动公开，审校以后在网站发布。',
  declined: '您建议主动公开这些信息，经审核没有纳入主动公开的范围。',
} as const;

export function Proactive({
  standing,
  access,
}: {
  readonly standing: NonNullable<TrackedRequest['proactive']>;
  readonly access: Access;
}): JSX.Element {
  if (standing !== 'may-suggest') return <p>{PROACTIVE[standing]}</p>;
  return (
    <details class="more">
      <summary>这些信息应当让大家都能看到</summary>
      <form method="post" action="/track/act">
        <AccessFields access={access} />
        <input type="hidden" name="do" value="suggestProactive" />
        <p>涉及公众利益调整、需要公众广泛知晓或者参与决策的，您可以建议主动公开。公开的是信息本身，不会有您的姓名。</p>
        <TextArea id="why" label="建议的理由" value="" max={1000} />
        <button type="submit" class="quiet">
          建议主动公开
        </button>
      </form>
    </details>
  );
}

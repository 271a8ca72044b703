/** 承继 [ORG-7]: of an agency that has ended, since when, who is in charge now and how to reach them; of one that is there, what it was called and whom it follows. */
import { type Agency, successorsOf } from '../../people/agency.ts';
import { inProse } from '../../statute/civil-date.ts';

interface Among {
  readonly agency: Agency;
  readonly agencies: readonly Agency[];
}

export function Ended({ agency, agencies }: Among): JSX.Element | null {
  if (!agency.ended) return null;
  const now = successorsOf(agency.id, agencies);
  return (
    <section class="notice warn">
      <h2 safe>{`这个机关自${inProse(agency.ended.on)}起撤销`}</h2>
      <p>
        它的职能由下列机关承继。它公开过的信息仍在这一页；需要它制作、保存的其他政府信息的，请向承继机关申请，承继机关不会以信息还没有移交为由拒绝。
      </p>
      <ul>
        {now.map(({ id, name, contact }) => (
          <li>
            <a href={`/agencies/${id}`} safe>
              {name}
            </a>
            {contact.phone ? <span safe>{`，电话 ${contact.phone}`}</span> : null}
            {contact.address ? <span safe>{`，地址 ${contact.address}`}</span> : null}
          </li>
        ))}
      </ul>
      <p>
        <a href="/apply">申请公开</a>时受理机关请选承继机关。
      </p>
      <p class="soft">依据：《条例》第三十六条第（五）项，国办公开办函〔2019〕14号。</p>
    </section>
  );
}

export function Before({ agency, agencies }: Among): JSX.Element | null {
  const names = agency.formerNames ?? [];
  const former = agencies.filter(({ ended }) => ended?.successors.includes(agency.id));
  if (names.length === 0 && former.length === 0) return null;
  return (
    <section>
      <h2>沿革</h2>
      <ul>
        {names.map(({ name, until }) => (
          <li safe>{`${inProse(until)}以前名为“${name}”。`}</li>
        ))}
        {former.map(({ id, name, ended }) => (
          <li>
            <span safe>{`${inProse(ended!.on)}起承继`}</span>
            <a href={`/agencies/${id}`} safe>
              {name}
            </a>
            的职能。
          </li>
        ))}
      </ul>
    </section>
  );
}

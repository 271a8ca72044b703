/** How accounts are bound to persons of the identity provider. The ledger tells that it was done, nothing made from who the person is there. */
import { type BindingCommand, type BindingLoaded, decide, permit } from '../../people/provider-identity.ts';
import { closeSessionsOf, lockOfficer } from '../../people/store/officers.ts';
import { bindIdentity, boundSince, officerOfIdentity, unbindIdentity } from '../../people/store/provider-identities.ts';
import type { Stairs } from '../../perform.ts';
import { isRefusal, refuse } from '../../statute/refusal.ts';

export const identityStairs: Stairs<BindingLoaded, BindingCommand, BindingCommand> = {
  room: 'people',
  async load(tx, command) {
    const officer = await lockOfficer(tx, command.officerId);
    if (!officer) return refuse('NO_SUCH_OFFICER', '岗位权限', '没有这个人员，请刷新列表。');
    const holder = command.verb === 'bindIdentity' ? await officerOfIdentity(tx, command.identityDigest) : undefined;
    return {
      officer,
      bound: (await boundSince(tx, [officer.id])).size > 0,
      taken: holder !== undefined && holder !== officer.id,
    };
  },
  permit: (actor, _command, loaded) => permit(actor, loaded),
  decide(loaded, command) {
    const next = decide(command, loaded);
    if (isRefusal(next)) return next;
    const { id, agencyId } = loaded.officer;
    const verb = next.verb === 'bindIdentity' ? 'boundIdentity' : 'unboundIdentity';
    return { next, entry: { verb, subject: id, agencyId, basis: '岗位权限', content: { officerId: id } } };
  },
  async save(tx, next, { officer }, { at }) {
    if (next.verb === 'bindIdentity') return bindIdentity(tx, officer.id, next.identityDigest, at);
    await unbindIdentity(tx, officer.id);
    await closeSessionsOf(tx, officer.id);
  },
};

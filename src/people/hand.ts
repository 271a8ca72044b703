/**
 * 经办的手 Hand: who did something, as it is kept with what he did: an officer's id, or `deputy/principal` where he did it with the rights of
 * another [SEC-34]. Four eyes ask of two hands whether one person stands behind both [REV-15].
 */
export type Hand = string;

/** No id of an officer holds it. */
const FOR = '/';

export function deputyHand(deputyId: string, principalId: string): Hand {
  return `${deputyId}${FOR}${principalId}`;
}

/** Whoever stands behind a hand: who did it, then in whose name. */
export function personsIn(hand: Hand): string[] {
  return hand.split(FOR);
}

/** Who did it, whoever he stood in for. */
export function doerOf(hand: Hand): string {
  return personsIn(hand)[0]!;
}

export function sharePerson(one: Hand, other: Hand): boolean {
  const persons = personsIn(one);
  return personsIn(other).some((id) => persons.includes(id));
}

export function sharesPersonWithAny(hands: readonly Hand[], hand: Hand): boolean {
  return hands.some((one) => sharePerson(one, hand));
}

/** Whose of the hands it was that shares a person with `by`, told to him who is refused for it. */
export function whoseHand(hands: readonly Hand[], by: Hand): string {
  const shared = hands.filter((hand) => sharePerson(hand, by));
  const self = doerOf(by);
  if (shared.some((hand) => doerOf(hand) === self)) return '你';
  return shared.some((hand) => personsIn(hand).includes(self)) ? '你的代理人' : '你代理的人';
}

/** “张三（代李四）”, as screens and papers show who did it. */
export function nameOfDeputy(deputy: string, principal: string): string {
  return `${deputy}（代${principal}）`;
}

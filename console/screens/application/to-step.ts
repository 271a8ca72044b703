import type { ActVerb } from '../../../src/desk/contract.ts';

/** The form of a verb stands in the middle of the page; a card below it leads there. */
export function toStep(verb: ActVerb, onTurn: (verb: ActVerb) => void): void {
  onTurn(verb);
  document.getElementById('step')?.scrollIntoView({ block: 'center' });
}

import { expect, it } from 'vitest';
import type { OpeningView } from '../../../src/desk/contract.ts';
import { partFrom } from './parts.ts';

const county = [{ name: 'county', term: '示例县' }];
const view = (mine: Partial<OpeningView>): OpeningView => ({
  ...{ documentKinds: [], columns: [], channels: [], applicantKinds: [], formsWanted: [], interactionKinds: [] },
  ...{ documentsFor: [], applicationsFor: [], countsFor: [], interactionsFor: [], ...mine },
});

it('opens the part the address names, else the first that is the officer’s', () => {
  expect(partFrom('interactions', view({ documentsFor: county }))).toBe('interactions');
  expect(partFrom(null, view({ countsFor: county, interactionsFor: county }))).toBe('counts');
  expect(partFrom('toString', view({ applicationsFor: county }))).toBe('applications');
  expect(partFrom(null, view({}))).toBe('documents');
});

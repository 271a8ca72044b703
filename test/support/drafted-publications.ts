/** Drafts at the desk of a test: written, acted on as they lie there now, read. */
import { expect } from 'vitest';
import type { PublicationView } from '../../src/desk/contract.ts';
import type { openDesk, Who } from './open-desk.ts';
import { CREDIT_CODE, PARTICULARS } from './publication-play.ts';

export const DRAFT = {
  agencyId: 'county',
  kind: 'notice',
  columns: ['news.notices'],
  particulars: PARTICULARS,
  bodyHtml: '<p>请各单位于三月十二日前报名。</p>',
  relations: [],
};

export const revised = (change: object = {}) => ({
  verb: 'revise',
  particulars: PARTICULARS,
  bodyHtml: DRAFT.bodyHtml,
  relations: [],
  columns: DRAFT.columns,
  changeNote: '',
  ...change,
});

/** The town below the county, the county with its credit code, and the rule of three reviews and three readings. */
export function draftedPublications(office: Awaited<ReturnType<typeof openDesk>>) {
  async function drafted(change: object = {}, who: Who = 'editor'): Promise<PublicationView> {
    const response = await office.as(who).post('/api/publications', { ...DRAFT, ...change });
    expect(response.json()).toMatchObject({ state: '未发布' });
    return response.json();
  }
  const view = async (id: string, who: Who = 'editor'): Promise<PublicationView> =>
    (await office.as(who).get(`/api/publications/${id}`)).json();
  const acts = async (id: string, who: Who, act: object) => {
    const response = await office.as(who).post(`/api/publications/${id}/acts`, act);
    return { ...response.json(), status: response.statusCode } as PublicationView & {
      status: number;
      code?: string;
      says?: string;
    };
  };
  /** The act on what lies there now. */
  const does = async (id: string, who: Who, act: object) => {
    const { seen, draft, live } = await view(id);
    return acts(id, who, { seen, edition: (draft ?? live)!.hash, ...act });
  };
  const pass = (id: string, who: Who, step: string) => does(id, who, { verb: 'passStep', step, opinion: '同意' });
  const rule = (change: object = {}, who: Who = 'officeHead') =>
    office
      .as(who)
      .post('/api/review-rules', { agencyId: 'county', column: null, kind: null, preset: 'three', ...change });
  /** What the tests of reviews take for given. */
  const prepare = async () => {
    const { db } = office.house;
    await db.updateTable('agencies').set({ credit_code: CREDIT_CODE }).where('id', '=', 'county').execute();
    await db.updateTable('agencies').set({ parent_id: 'county' }).where('id', '=', 'town').execute();
    expect((await rule()).statusCode).toBe(200);
  };
  return { drafted, view, acts, does, pass, rule, prepare };
}

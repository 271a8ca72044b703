/**
 * 摘要的用途: everything of which the database (or a browser) keeps a keyed digest and not the value. None of them can be made anew when a key
 * goes, since nobody keeps a query code; so the digest secret of each is kept when its key is removed [SEC-17].
 */
export const DIGEST_PURPOSES = [
  'applicants.key_digest',
  'request-code',
  'request_submissions.form_digest',
  'request_submissions.token_digest',
  'portal.form_secret',
  'registered_decisions.content',
  'provider_identities.identity',
] as const;

export type DigestPurpose = (typeof DIGEST_PURPOSES)[number];

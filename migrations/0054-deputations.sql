-- 代理: an officer stands in for another with some of his posts, from one day to another. Rows are never deleted: what was done on the
-- strength of one is in the ledger.
create table deputations (
  id           text primary key,
  -- the principal's, as it was when it was given
  agency_id    text not null references agencies (id),
  principal_id text not null references officers (id),
  deputy_id    text not null references officers (id),
  roles        text[] not null,
  from_on      date not null,
  to_on        date not null,
  reason       text not null,
  given_by     text not null,
  given_at     timestamptz not null,
  ended_at     timestamptz,
  ended_by     text,
  check (deputy_id <> principal_id),
  check (from_on <= to_on)
);
create index deputations_principal on deputations (principal_id);
create index deputations_deputy on deputations (deputy_id);

-- 去取的来源单位: where it is asked for what it offers, how often, and how that stands.
alter table sources add column take_from text not null default '';
alter table sources add column take_every integer not null default 60;
create table takings (
  source_id text primary key references sources (id),
  next_at timestamptz not null,
  -- by the clock of the database: one process at a time
  lease_until timestamptz,
  run integer not null default 0,
  tried_at timestamptz,
  -- when this side last held all that the other offers
  complete_at timestamptz,
  failing_since timestamptz,
  failures integer not null default 0,
  said text not null default '',
  theirs integer not null default 0,
  left_over integer not null default 0,
  refused jsonb not null default '[]'
);
-- by this name the other side of a connection asks; two with one name could not be told apart
create unique index connections_asked_by on connections (key_id) where way = 'offer';

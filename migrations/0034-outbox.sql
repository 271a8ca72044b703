-- 待发: work that an act leaves behind, queued in the transaction of the act and done by a sweep. `id` names the piece, so that it is queued once.
create table outbox (
  id          text primary key,
  work        text not null,
  agency_id   text not null references agencies (id),
  -- data of the room that does it: references and counts, never identity
  body        jsonb not null,
  -- waiting, done, dead (nobody tries any more until somebody says so), given_up
  state       text not null,
  made_at     timestamptz not null,
  run_at      timestamptz not null,
  attempts    integer not null default 0,
  -- until then whoever took it may be at it
  lease_until timestamptz,
  -- what the other side answered, or why it was not done
  said        text,
  settled_at  timestamptz
);
create index outbox_due on outbox (run_at) where state = 'waiting';
create index outbox_dead on outbox (agency_id, settled_at) where state = 'dead';

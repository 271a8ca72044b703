-- 留痕: append-only and hash-chained. Holds hashes and references, never identity, so that erasure leaves it whole.
create table ledger_entries (
  seq          bigint primary key,
  at           timestamptz not null,
  actor_id     text not null,
  agency_id    text not null,
  room         text not null,
  verb         text not null,
  subject      text not null,
  basis        text not null,
  content_hash text not null,
  previous     text not null,
  hash         text not null
);
create index ledger_entries_subject on ledger_entries (room, subject, seq);

-- One row: the end of the chain. Appending locks it, so entries are numbered without a gap.
create table ledger_head (
  "only" boolean primary key default true check ("only"),
  seq  bigint not null,
  hash text not null
);
insert into ledger_head (seq, hash) values (0, repeat('0', 64));

create function ledger_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'ledger_entries is append-only';
end $$;
create trigger ledger_entries_append_only before update or delete or truncate on ledger_entries
  for each statement execute function ledger_is_append_only();

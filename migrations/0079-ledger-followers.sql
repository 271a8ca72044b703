-- 跟随台账 [LED-3]: the processes that answer people, how far each has read what the others did, and until when its word is to be waited for.
create table ledger_followers (
  id text primary key,
  seen bigint not null,
  until timestamptz not null
);

-- 日历订阅: the address under which an officer's calendar reads his deadlines; one each, a new one takes the place of the old.
create table calendar_feeds (
  officer_id   text primary key references officers (id),
  -- digest of the token in the address; the token itself is never stored
  token_digest text not null unique,
  made_at      timestamptz not null,
  read_at      timestamptz
);

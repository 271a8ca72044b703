-- 平台接口: other platforms that get what we publish, what each of them holds of ours, and how the last comparison came out.
create table connections (
  id text primary key,
  agency_id text not null references agencies (id),
  name text not null,
  way text not null,
  -- an address, or the name of a folder
  address text not null,
  key_id text not null,
  -- the name of a file that holds the secret; the secret is nowhere else
  secret_file text not null,
  mapping jsonb not null,
  open boolean not null,
  opened_at timestamptz not null
);
create table shared_copies (
  connection_id text not null references connections (id),
  item_id text not null,
  agency_id text not null references agencies (id),
  -- counts the changes of the item; what is older gives way
  revision bigint not null,
  -- what the other side has confirmed
  confirmed bigint,
  digest text,
  receipt text,
  confirmed_at timestamptz,
  primary key (connection_id, item_id)
);
create table comparisons (
  connection_id text not null references connections (id),
  at timestamptz not null,
  -- whether the other side could say what it holds
  told boolean not null,
  ours integer not null,
  theirs integer not null,
  under_way integer not null,
  differences jsonb not null,
  primary key (connection_id, at)
);

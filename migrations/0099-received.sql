-- 接收: who may deliver here, and what was delivered.
create table sources (
  id text primary key,
  agency_id text not null references agencies (id),
  name text not null,
  site_url text not null,
  key_id text not null unique,
  secret_file text not null,
  open boolean not null,
  opened_at timestamptz not null
);
create table received_items (
  source_id text not null references sources (id),
  item_id text not null,
  agency_id text not null references agencies (id),
  what text not null,
  revision bigint not null,
  digest text not null,
  -- a document of another installation, cleaned; null once it was withdrawn
  item jsonb,
  title text not null,
  published_at timestamptz,
  received_at timestamptz not null,
  primary key (source_id, item_id)
);
create index received_items_shown on received_items (published_at desc, source_id, item_id) where what = 'document';
create table received_files (
  source_id text not null references sources (id),
  sha256 text not null,
  file_id text not null,
  kind text not null,
  bytes integer not null,
  received_at timestamptz not null,
  primary key (source_id, sha256)
);

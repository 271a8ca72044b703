-- 机构与人员: the tree of agencies, the officers, what they may do where, and their sessions.
create table agencies (
  id          text primary key,
  parent_id   text references agencies (id),
  name        text not null unique,
  kind        text not null,
  -- 统一社会信用代码, the first half of every 索引号
  credit_code text,
  -- where the disclosure office (政府信息公开工作机构) is reached; required before a guide can be published (Art. 12)
  contact     jsonb not null default '{}'
);

create table officers (
  id             text primary key,
  agency_id      text not null references agencies (id),
  sign_in_name   text not null unique,
  name           text not null,
  password_hash  text not null,
  failures       integer not null default 0,
  locked_until   timestamptz,
  active         boolean not null default true
);

-- A right is a role at an agency and everything below it.
create table officer_roles (
  officer_id text not null references officers (id),
  role       text not null,
  agency_id  text not null references agencies (id),
  primary key (officer_id, role, agency_id)
);

create table sessions (
  -- digest of the token the browser holds; the token itself is never stored
  token_digest text primary key,
  officer_id   text not null references officers (id),
  opened_at    timestamptz not null,
  seen_at      timestamptz not null
);
create index sessions_officer on sessions (officer_id);

-- The one-time link that lets the first administrator choose a password.
create table setup_links (
  token_digest text primary key,
  made_at      timestamptz not null,
  used_at      timestamptz
);

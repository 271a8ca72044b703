-- 县里的词库: the words an agency looks for beside the shipped ones, and the phrases in which they are meant otherwise. A list is replaced whole; the
-- versions before it stay [REV-22].
create table word_lists (
  agency_id text not null references agencies (id),
  version   integer not null,
  words     jsonb not null,
  allowed   jsonb not null,
  hash      text not null,
  added_by  text not null,
  added_at  timestamptz not null,
  primary key (agency_id, version)
);

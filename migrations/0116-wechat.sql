-- 公众号接入: how an account of the ledger is reached; the secrets lie in files, here stand their names.
create table wechat_joins (
  account_id     text primary key references media_accounts (id),
  agency_id      text not null references agencies (id),
  app_id         text not null,
  secret_file    text not null,
  -- 回调的密钥文件; null: results are only asked for
  callback_file  text,
  open           boolean not null,
  joined_at      timestamptz not null
);
-- The pass of the platform, one for all processes, sealed.
create table wechat_tokens (
  account_id  text primary key references media_accounts (id),
  sealed      text,
  expires_at  timestamptz not null
);
-- Pictures that were uploaded once; `place` is where they stand: a cover by its number, one in a text by its address.
create table wechat_materials (
  account_id  text not null references media_accounts (id),
  sha256      text not null,
  place       text not null,
  told        text not null,
  uploaded_at timestamptz not null,
  primary key (account_id, sha256, place)
);
-- 公众号文章: text chosen from a published document, its review, and how far it has gone.
create table wechat_posts (
  id              text primary key,
  account_id      text not null references media_accounts (id),
  agency_id       text not null references agencies (id),
  document_id     text not null references documents (id),
  title           text not null,
  digest          text not null,
  words           text not null,
  hash            text not null,
  edited_by       text not null,
  former_editors  jsonb not null,
  marks           jsonb not null,
  state           text not null,
  -- counts how often it was sent
  round           integer not null,
  draft_id        text,
  -- 提交过: it may be on its way although nobody has said so
  tried_at        timestamptz,
  publish_id      text,
  article_id      text,
  url             text not null,
  said            text not null,
  written_at      timestamptz not null,
  changed_at      timestamptz not null
);
create index wechat_posts_of_account on wechat_posts (account_id, changed_at desc);
create index wechat_posts_of_document on wechat_posts (document_id);
create table wechat_comparisons (
  account_id   text not null references media_accounts (id),
  at           timestamptz not null,
  ours         integer not null,
  theirs       integer not null,
  under_way    integer not null,
  found        integer not null,
  differences  jsonb not null,
  primary key (account_id, at)
);

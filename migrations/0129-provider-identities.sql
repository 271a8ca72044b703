-- 统一身份认证 [SEC-43]: which account a person of the identity provider is. Of who he is there only a keyed digest: it may be his citizen's number.
create table provider_identities (
  officer_id      text primary key references officers (id),
  identity_digest text not null unique,
  bound_at        timestamptz not null
);

-- 认证处的答复 [SEC-42]: each is good once; who still owes the code of his authenticator; sealed, what signs him out there as well.
create table provider_answers (
  token_digest   text primary key,
  officer_id     text not null references officers (id),
  at             timestamptz not null,
  waits_for_code boolean not null,
  sealed         text not null
);
create index provider_answers_at on provider_answers (at);

-- 登录方式 [SEC-47]: how a session was opened, and by which answer of the provider.
alter table sessions
  add column way text not null default 'password',
  add column provider_answer text;

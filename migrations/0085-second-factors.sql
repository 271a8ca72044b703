-- 身份验证器 [SEC-40]: the secret, sealed; in force once a first code was given. A code is good once: later steps only.
create table second_factors (
  officer_id   text primary key references officers (id),
  sealed       text not null,
  begun_at     timestamptz not null,
  confirmed_at timestamptz,
  last_step    bigint not null default 0
);

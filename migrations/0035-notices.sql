-- 通知: what each officer was told, in the product.
create table officer_notices (
  id          text primary key,
  officer_id  text not null references officers (id),
  agency_id   text not null references agencies (id),
  kind        text not null,
  -- what it is about, for the link
  subject     text not null,
  -- numbers and counts of its sentence, never what an application is about or who applied
  particulars jsonb not null,
  made_at     timestamptz not null,
  read_at     timestamptz
);
create index officer_notices_latest on officer_notices (officer_id, made_at);
create index officer_notices_unread on officer_notices (officer_id) where read_at is null;

-- 本人的联系方式, for notices: sealed, and which notices go there.
create table officer_contacts (
  officer_id text primary key references officers (id),
  sealed     text not null,
  by_mail    text[] not null,
  by_sms     text[] not null
);

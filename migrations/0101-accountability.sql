-- 考核、社会评议、责任追究: what was done, of whom, with what result. A wrong record is withdrawn with its reason, never rewritten.
create table oversight_records (
  id           text primary key,
  agency_id    text not null references agencies (id),
  kind         text not null,
  about_id     text not null references agencies (id),
  happened_on  date not null,
  title        text not null,
  result       text not null,
  recorded_by  text not null,
  withdrawn_because text
);
create index oversight_records_of_agency on oversight_records (agency_id, happened_on desc);

-- 投诉、举报 about disclosure work. Who complained stands in the paper file, not here.
create table disclosure_complaints (
  id           text primary key,
  number       text not null unique,
  agency_id    text not null references agencies (id),
  about_id     text not null references agencies (id),
  ground       text not null,
  received_on  date not null,
  says         text not null,
  -- 查明的结果; null while it is looked into
  verdict      text,
  measure      text,
  answer       text not null default '',
  answered_on  date,
  recorded_by  text not null,
  answered_by  text
);
create index disclosure_complaints_of_agency on disclosure_complaints (agency_id, received_on desc);

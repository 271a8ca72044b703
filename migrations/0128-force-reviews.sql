-- 规范性文件的清理、评估: what was decided about a document in force when it was looked at again, by whom and why; only ever added [PUB-98].
create table force_reviews (
  document_id text not null references documents (id),
  n           integer not null,
  agency_id   text not null,
  reviewed_on date not null,
  verdict     text not null,
  why         text not null,
  by_id       text not null,
  at          timestamptz not null,
  primary key (document_id, n)
);

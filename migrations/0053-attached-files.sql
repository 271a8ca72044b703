-- 附件 of documents. A row is a file somebody uploaded for a document; an edition names those that go out with it, in their order.
create table attached_files (
  id        text primary key,
  agency_id text not null references agencies (id),
  name      text not null,
  kind      text not null,
  bytes     bigint not null,
  sha256    text not null,
  -- every word in it, for search once it is public
  words     text not null,
  -- what the checks found in it when it came
  findings  jsonb not null,
  added_by  text not null,
  added_at  timestamptz not null
);
create index attached_files_by_day on attached_files (added_at);

alter table editions add column attachments jsonb not null default '[]';
create index editions_by_attachment on editions using gin (attachments jsonb_path_ops);

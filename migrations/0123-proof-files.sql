-- 更正申请的证据文件 (Art. 41): which kept file proves what. The content lies sealed in the data folder under this id.
create table personal_correction_files (
  id            text primary key,
  correction_id text not null references personal_corrections (id),
  agency_id     text not null,
  -- number of the fact it came with: the registration, or a receipt of more
  fact_n        integer not null,
  -- file names carry names of people
  name_sealed   text not null,
  kind          text not null,
  bytes         bigint not null check (bytes > 0),
  sha256        text not null,
  added_by      text not null,
  added_at      timestamptz not null
);
create index personal_correction_files_of_file on personal_correction_files (correction_id, added_at);

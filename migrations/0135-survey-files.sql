-- 问卷里交来的文件: which kept file answers which question. The content lies sealed in the data folder under this id.
create table public_opinion_attachments (
  id          text primary key,
  opinion_id  text not null references public_opinions (id),
  agency_id   text not null,
  -- key of the question
  question    text not null,
  -- file names carry names of people
  name_sealed text not null,
  kind        text not null,
  bytes       bigint not null check (bytes > 0),
  sha256      text not null
);
create index public_opinion_attachments_of_opinion on public_opinion_attachments (opinion_id, question);

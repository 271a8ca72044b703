-- 主动公开: documents, their editions, where they stand, how they are found.

-- One row a document; metadata are those of the live edition (of the draft before the first publication), for lists and figures.
create table documents (
  id             text primary key,
  agency_id      text not null references agencies (id),
  kind           text not null,
  state          text not null check (state in ('draft', 'published', 'withdrawn')),
  -- 索引号: given at first publication, never to another document
  index_no       text unique,
  live_edition   integer,
  draft_edition  integer,
  columns        text[] not null,
  title          text not null,
  doc_no         text,
  issuer         text not null,
  written_on     date not null,
  effective_on   date,
  expires_on     date,
  published_at   timestamptz,
  published_on   date,
  carried_over_on date,
  -- first day it counts among 规章 or 规范性文件
  counted_from   date,
  -- {how, on, by} and {reason, explanation, at, on, mergedInto}
  ending         jsonb,
  ended_on       date,
  withdrawal     jsonb,
  withdrawn_on   date,
  check ((state = 'draft') = (published_at is null)),
  check (state = 'draft' or (index_no is not null and live_edition is not null))
);
create index documents_latest on documents (published_at desc, id desc) where state = 'published';
create index documents_of_agency on documents (agency_id, published_at desc, id desc) where state = 'published';
create index documents_of_year on documents (published_on, agency_id) where published_on is not null;
create index documents_counted on documents (kind, agency_id) where counted_from is not null;
create index documents_lapsing on documents (expires_on) where state = 'published' and ended_on is null;
create index documents_in_work on documents (agency_id) where draft_edition is not null;
create index documents_of_number on documents (doc_no) where doc_no is not null;

create table editions (
  document_id  text not null references documents (id) deferrable initially deferred,
  n            integer not null check (n > 0),
  agency_id    text not null,
  particulars  jsonb not null,
  body_html    text not null,
  -- the words of the body, for snippets and feeds
  body_text    text not null,
  -- SM3 of title, metadata and body
  hash         text not null,
  edited_by    text not null,
  change_note  text,
  published_at timestamptz,
  primary key (document_id, n)
);

-- A published edition is what somebody approved and the public read: it never changes.
create function published_editions_stay() returns trigger language plpgsql as $$
begin
  raise exception 'edition % of document % was published and cannot change', old.n, old.document_id;
end $$;
create trigger editions_stay before update or delete on editions
  for each row when (old.published_at is not null) execute function published_editions_stay();

-- 栏目: one row for each column a published document shows in, those above its own included.
create table placements (
  column_key   text not null,
  published_at timestamptz not null,
  document_id  text not null references documents (id) deferrable initially deferred,
  agency_id    text not null,
  -- false once withdrawn: out of the lists, still in the figures of the year
  live         boolean not null,
  primary key (document_id, column_key)
);
create index placements_latest on placements (column_key, published_at desc, document_id desc) where live;

-- 解读、修改、废止: stored once, read from both ends.
create table relations (
  document_id text not null references documents (id) deferrable initially deferred,
  kind        text not null,
  to_id       text not null references documents (id),
  agency_id   text not null,
  primary key (document_id, kind, to_id)
);
create index relations_back on relations (to_id);

-- The last serial of 索引号 by agency and year; it only grows.
create table index_serials (
  agency_id text not null references agencies (id),
  year      integer not null,
  last      integer not null,
  primary key (agency_id, year)
);

-- 专栏 of the county; the standard tree of columns is part of the product.
create table special_columns (
  key       text primary key,
  agency_id text not null references agencies (id),
  name      text not null,
  purpose   text not null,
  opened_on date not null,
  closed_on date
);

-- Search: one row a published document.
create table search (
  document_id  text primary key references documents (id) deferrable initially deferred,
  agency_id    text not null,
  kind         text not null,
  -- of the publication, in Shanghai
  year         integer not null,
  published_at timestamptz not null,
  -- 发文字号 and 索引号 folded, for those who know the number
  doc_no       text,
  index_no     text not null,
  title        text not null,
  -- words of the title with weight A: they rank and never decide
  title_words  tsvector not null,
  -- folded title and text, in which a phrase is looked up again
  folded       text not null,
  -- every two neighbouring characters, and agency, kind and year: they decide what is found
  grams        tsvector not null
) with (toast_tuple_target = 512);
-- Text and grams lie out of line, so that the rows a search sorts are few pages.
alter table search alter column folded set storage external;
-- A short pending list: a search reads all of it.
create index search_grams on search using gin (grams) with (gin_pending_list_limit = 512);
create index search_latest on search (published_at);
create index search_doc_no on search (doc_no) where doc_no is not null;
create index search_index_no on search (index_no);

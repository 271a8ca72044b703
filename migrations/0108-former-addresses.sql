-- 旧网址: where an article or a file of the former site is now. An address leads to one thing for ever; it is also how a second import knows the first.
create table former_addresses (
  -- path and question of the former address, percent-encoded as a browser asks for it; never its host
  path        text primary key,
  document_id text not null references documents (id),
  agency_id   text not null references agencies (id),
  -- an attachment of the document; null for the document itself
  file_id     text
);
create index former_addresses_of_document on former_addresses (document_id);

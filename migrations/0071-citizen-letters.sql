-- 咨询诉求: letters of citizens, what happened to each, who wrote (sealed), and what of them is published.
create table citizen_letters (
  id            text primary key,
  agency_id     text not null references agencies (id),
  query_number  text not null unique,
  code_digest   text not null,
  -- Of the form it was sent with: sent twice, it is one letter.
  form_hash     text not null unique,
  kind          text not null,
  title         text not null,
  body          text not null,
  may_publish   boolean not null,
  received_on   date not null,
  state         text not null,
  simple        boolean,
  answered_on   date,
  public_title  text,
  public_body   text,
  public_answer text,
  published_on  date
);
create index citizen_letters_newest on citizen_letters (agency_id, received_on desc, id);
create index citizen_letters_answered on citizen_letters (answered_on, agency_id);
create index citizen_letters_published on citizen_letters (published_on desc, id) where published_on is not null;

create table citizen_letter_facts (
  letter_id   text not null references citizen_letters (id),
  n           integer not null,
  agency_id   text not null,
  type        text not null,
  happened_on date not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  detail      jsonb not null,
  primary key (letter_id, n)
);

-- Identity lives here and nowhere else, encrypted.
create table citizen_letter_writers (
  letter_id   text primary key references citizen_letters (id),
  agency_id   text not null,
  sealed      text not null,
  masked_name text not null
);

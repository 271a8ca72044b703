-- 民意征集调查: what is laid open or asked, what happened to it, what came in, who sent it (sealed), and how it adds up.
create table public_consultations (
  id          text primary key,
  agency_id   text not null references agencies (id),
  form        text not null,
  title       text not null,
  content     jsonb not null,
  state       text not null,
  opens_on    date,
  closes_on   date,
  released_on date,
  outcome     text not null
);
create index public_consultations_newest on public_consultations (agency_id, opens_on desc, id);
create index public_consultations_open on public_consultations (opens_on desc, id) where opens_on is not null;

create table public_consultation_facts (
  consultation_id text not null references public_consultations (id),
  n               integer not null,
  agency_id       text not null,
  type            text not null,
  happened_on     date not null,
  recorded_at     timestamptz not null,
  recorded_by     text not null,
  detail          jsonb not null,
  primary key (consultation_id, n)
);

create table public_opinions (
  id              text primary key,
  consultation_id text not null references public_consultations (id),
  agency_id       text not null,
  query_number    text not null unique,
  -- Empty where there is nothing to look up: an answer to a survey gets no reply.
  code_digest     text not null,
  -- Of the form it was sent with: sent twice, it is one.
  form_hash       text not null unique,
  -- Of the token the browser was given; of an opinion none, for anybody may have several.
  visitor_digest  text,
  received_on     date not null,
  recorded_at     timestamptz not null,
  body            text not null,
  answers         jsonb not null,
  adoption        text,
  reply           text,
  gist            text,
  replied_on      date,
  unique (consultation_id, visitor_digest)
);
create index public_opinions_list on public_opinions (consultation_id, recorded_at, id);

-- Identity lives here and nowhere else, encrypted.
create table public_opinion_writers (
  opinion_id  text primary key references public_opinions (id),
  agency_id   text not null,
  sealed      text not null,
  masked_name text not null
);

-- How often each answer was given, added up with the answer itself: the result is read without counting again.
create table public_opinion_tallies (
  consultation_id text not null references public_consultations (id),
  place           text not null,
  n               integer not null,
  primary key (consultation_id, place)
);

-- For the erasure of who sent it: an opinion is settled with its consultation.
create view public_opinion_files as
  select o.id, o.agency_id, o.query_number, c.state
  from public_opinions o join public_consultations c on c.id = o.consultation_id;
create view public_opinion_ends as
  select o.id as opinion_id, f.happened_on
  from public_opinions o join public_consultation_facts f on f.consultation_id = o.consultation_id;

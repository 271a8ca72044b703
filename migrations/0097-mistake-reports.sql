-- 找错留言: what readers find wrong on the site. Who left a contact stands sealed beside it.
create table mistake_reports (
  id           text primary key,
  agency_id    text not null references agencies (id),
  query_number text not null unique,
  code_digest  text not null,
  -- Of the form it was sent with: sent twice, it is one report.
  form_hash    text not null unique,
  page         text not null,
  wrong        text not null,
  says         text not null,
  received_on  date not null,
  state        text not null,
  ticket_id    text references rectification_tickets (id),
  finding_id   text references site_findings (id),
  verdict      text,
  answer       text not null default '',
  answered_on  date,
  answered_by  text
);
create index mistake_reports_newest on mistake_reports (agency_id, received_on desc, id);

create table mistake_reporters (
  report_id text primary key references mistake_reports (id),
  agency_id text not null,
  sealed    text not null,
  has_contact boolean not null
);

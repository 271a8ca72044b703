-- 到期清除: files whose applicant's identity somebody has confirmed to erase, and when it was. The row stays: it says why nothing is there any more.
create table identity_erasures (
  request_id   text primary key references info_requests (id),
  agency_id    text not null references agencies (id),
  due_on       date not null,
  confirmed_by text not null references officers (id),
  confirmed_at timestamptz not null,
  -- the identity is gone, and the code opens nothing
  begun_at     timestamptz,
  -- the files are gone too
  erased_at    timestamptz
);
create index identity_erasures_open on identity_erasures (request_id) where erased_at is null;
create index request_facts_archived on request_facts (agency_id, happened_on) where type = 'archived';

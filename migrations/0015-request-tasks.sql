-- 协办: what the lists read. The facts of the file are the record; each act that adds to a task writes its row anew in the same transaction.
create table request_tasks (
  request_id   text not null references info_requests (id),
  n            integer not null,
  agency_id    text not null references agencies (id),
  to_agency_id text not null references agencies (id),
  state        text not null,
  due_on       date not null,
  primary key (request_id, n),
  foreign key (request_id, n) references request_facts (request_id, n)
);
create index request_tasks_to on request_tasks (to_agency_id, due_on);
create index request_tasks_of on request_tasks (agency_id, due_on);

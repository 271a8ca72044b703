-- 案件经过: what happened in a case, added to and never changed; periods and instances are read from it, the row of the case is what it left behind.
create table remedy_facts (
  remedy_id   text not null references remedies (id),
  n           integer not null,
  agency_id   text not null references agencies (id),
  type        text not null,
  happened_on date not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  detail      jsonb not null,
  primary key (remedy_id, n)
);

-- Cases from before: the row tells when it was filed, which instance it is at and how that ended; who wrote it down stands in the ledger.
insert into remedy_facts
select id, 1, agency_id, 'accepted', filed_on, now(), 'system',
       jsonb_build_object('stage', case kind when 'review' then 'review' else 'firstInstance' end)
from remedies;
insert into remedy_facts
select id, 2, agency_id, 'advanced', coalesce(closed_on, filed_on), now(), 'system', jsonb_build_object('stage', stage)
from remedies where stage in ('secondInstance', 'retrial');
insert into remedy_facts
select id, case when stage in ('secondInstance', 'retrial') then 3 else 2 end, agency_id, 'concluded', closed_on, now(), 'system',
       jsonb_build_object('conclusion', conclusion, 'receivedOn', null, 'orders', false, 'replyBy', null)
from remedies where closed_on is not null and conclusion is not null;

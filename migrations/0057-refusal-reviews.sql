-- 定期评估审查 (Art. 18): a copy of the day of the next look, for lists and reminders, written with every act; null where nothing is to be looked at.
alter table info_requests add column review_on date;
create index info_requests_review on info_requests (agency_id, review_on) where review_on is not null;

-- Replies from before: refused under Articles 14 to 16, whole or in part, a year after they were signed.
update info_requests r
set review_on = (
  select (max(f.happened_on) + interval '12 months')::date from request_facts f where f.request_id = r.id and f.type = 'signed'
)
where r.state in ('served', 'archived')
  and exists (
    select 1 from request_facts d
    where d.request_id = r.id and d.type = 'drafted'
      and d.n = (
        select max(l.n) from request_facts l where l.request_id = r.id and l.type = 'drafted'
          and l.n < (select max(s.n) from request_facts s where s.request_id = r.id and s.type = 'served')
      )
      and (
        d.detail ->> 'outcome' in (
          'stateSecret', 'prohibitedByLaw', 'endangersSecurity', 'thirdPartyRights', 'internalAffairs', 'processInformation', 'enforcementFile', 'partlyGranted'
        )
        or exists (
          select 1 from jsonb_array_elements(case jsonb_typeof(d.detail -> 'parts') when 'array' then d.detail -> 'parts' else '[]' end) p
          where p ->> 'outcome' in (
            'stateSecret', 'prohibitedByLaw', 'endangersSecurity', 'thirdPartyRights', 'internalAffairs', 'processInformation', 'enforcementFile', 'partlyGranted'
          )
        )
      )
  );

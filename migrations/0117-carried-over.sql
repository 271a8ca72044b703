-- 结转: what is open, or was closed in another year than it was received. 表三 of a year is what was received in it and what was carried into it:
-- neither needs to pass over the files of all other years.
create index info_requests_carried on info_requests (agency_id, received_on)
  include (closed_on, applicant_kind, report_row)
  where closed_on is null or extract(year from closed_on) > extract(year from received_on);

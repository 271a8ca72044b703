-- 行政许可、处罚、强制、收费: how many decisions, and how much, by agency and month (Table 2 of the annual report).
create table decision_counts (
  id          text primary key,
  agency_id   text not null references agencies (id),
  kind        text not null,
  -- 收费项目, for fees; empty for decisions
  charge      text not null default '',
  month       date not null,
  -- number of decisions, or the amount in 分
  amount      bigint not null check (amount >= 0),
  recorded_at timestamptz not null,
  unique (agency_id, kind, charge, month)
);
create index decision_counts_month on decision_counts (month, agency_id);

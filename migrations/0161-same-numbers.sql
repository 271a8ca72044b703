-- 同一文书号 [ENF-14]: what a number is known by, whoever typed it; `same-number.ts` says the same. Of those that were registered twice under two spellings
-- the first has it, the others none: they stay as they are, and nothing new joins them.
alter table registered_decisions add column number_key text;
with spelt as (
  select id, agency_id, kind, imported_at,
    upper(regexp_replace(regexp_replace(
      regexp_replace(normalize(number, NFKC), '[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]', '', 'g'),
      '[[【(〔{<〈《「﹝](\d{4})[]】)〕}>〉》」﹞]', '〔\1〕'), '第(?=\d+号)', '')) as key
  from registered_decisions
), first_of as (
  select distinct on (agency_id, kind, key) id, key from spelt order by agency_id, kind, key, imported_at, id
)
update registered_decisions as d set number_key = f.key from first_of as f where f.id = d.id;
create unique index registered_decisions_by_key on registered_decisions (agency_id, kind, number_key);

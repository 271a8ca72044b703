-- 退费: what goes back is summed with what was paid, for the year's figure and the ledger of fees.
drop index request_facts_fees;
create index request_facts_fees on request_facts (agency_id, type, happened_on) where type in ('feeNoticed', 'paid', 'refunded');

-- 查阅记录: every look at an identity is an entry of the ledger already; by officer, agency and day it is found through these alone.
create index ledger_looks on ledger_entries (seq) where room = 'requests' and verb = 'openedIdentity';
create index ledger_looks_of_agency on ledger_entries (agency_id, seq) where room = 'requests' and verb = 'openedIdentity';

-- 发布时所在的栏目: the line of the ledger about a release holds a digest of the edition and of the columns it stood in, and a document may be placed
-- elsewhere later. Without them the digest could not be made again, and a court could not be shown what it stands for [PUB-95].
alter table editions add column released_in text[];

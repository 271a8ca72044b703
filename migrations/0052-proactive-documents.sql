-- 转主动公开 (Art. 44): from a document back to the application whose answer it was made of.
create index request_facts_document on request_facts ((detail ->> 'documentId')) where type = 'proactiveDecided';

/* The subject under which a journal's reversal is asked for, so that only one request for it is open at a time. */
create or replace function desk.reversal_subject(p_journal bigint) returns uuid
language sql immutable set search_path = '' as $$ select encode(substring(sha256(convert_to('journal ' || p_journal, 'UTF8')) for 16), 'hex')::uuid $$;
comment on function desk.reversal_subject is 'The subject of a journal''s reversal.';

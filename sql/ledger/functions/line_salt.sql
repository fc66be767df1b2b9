/* Salt of a compound journal's line: sixteen bytes that only the seal's secret can produce. No search_path setting: it is inlined. */
create or replace function ledger.line_salt(p_secret bytea, p_journal bigint, p_line_no integer) returns bytea
language sql immutable as $$ select substring(sha256(p_secret || int8send(p_journal) || int4send(p_line_no)) for 16) $$;
comment on function ledger.line_salt is 'Salt of a compound journal''s line.';

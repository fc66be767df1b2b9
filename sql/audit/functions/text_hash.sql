/* Salted hash of a text that may be personal; 32 zero bytes when there is none. */
create or replace function audit.text_hash(p_salt bytea, p_text text) returns bytea
language sql immutable as $$ select coalesce(sha256(p_salt || convert_to(p_text, 'UTF8')), decode(repeat('00', 32), 'hex')) $$;
comment on function audit.text_hash is 'Salted hash of a personal text.';

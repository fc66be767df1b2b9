/* Leaf of an entry: SHA-256(05 || number || time || actor || on behalf of || session || before || after || salted reason ||
   texts), what is missing as zeros (docs/seals.md). Reasons may be personal: only their salted hashes are in it. */
create or replace function audit.entry_hash(p_entry audit.log, p_secret bytea) returns bytea
language sql stable set search_path = '' as $$
  select sha256('\x05'::bytea || int8send((p_entry).id) || timestamptz_send((p_entry).at) || int8send(coalesce((p_entry).actor_id, 0)) || int8send(coalesce((p_entry).on_behalf_of, 0))
    || coalesce(uuid_send((p_entry).session_id), decode(repeat('00', 16), 'hex'))
    || coalesce((p_entry).before_hash, decode(repeat('00', 32), 'hex')) || coalesce((p_entry).after_hash, decode(repeat('00', 32), 'hex'))
    || coalesce(sha256(audit.reason_salt(p_secret, (p_entry).id) || convert_to((p_entry).reason, 'UTF8')), decode(repeat('00', 32), 'hex'))
    || convert_to((p_entry).action || E'\n' || (p_entry).object_kind || E'\n' || (p_entry).object_id, 'UTF8'))
$$;
comment on function audit.entry_hash is 'Leaf of an entry of the log.';

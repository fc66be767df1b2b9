/* Law: what was asked is what was read and decided: the payload still has the hash it was opened with. Of requests decided since
   p_since, or of all. */
create or replace function approval.payload_faults(p_since timestamptz default null) returns setof audit.fault
language sql stable security definer set search_path = '' as $$
  select 'what was read is what was decided', 'request ' || r.reference, encode(r.payload_hash, 'hex'), encode(sha256(convert_to(r.payload::text, 'UTF8')), 'hex')
    from approval.requests r where (p_since is null or r.decided_at >= p_since) and r.payload_hash <> sha256(convert_to(r.payload::text, 'UTF8'))
$$;
comment on function approval.payload_faults is 'Requests whose payload is not what was read.';

/* Ends what identity.begin_errand began. */
create or replace function identity.end_errand(p_token text) returns void
language sql volatile security definer set search_path = '' as $$
  delete from identity.errands where token_hash = sha256(convert_to(p_token, 'UTF8'))
$$;
comment on function identity.end_errand is 'Ends the reading in a member''s name.';

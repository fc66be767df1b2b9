/* Lets the transaction that calls read in a member's name, as the member's own pages do: answers a token that identity.enter takes in this
   transaction alone, for reading alone. End it with identity.end_errand before committing. */
create or replace function identity.begin_errand(p_member bigint) returns text
language plpgsql volatile security definer set search_path = '' as $$
declare v_token text := replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '');
begin
  insert into identity.errands (token_hash, member_id, began_in) values (sha256(convert_to(v_token, 'UTF8')), p_member, pg_current_xact_id());
  return v_token;
end $$;
comment on function identity.begin_errand is 'Lets a transaction read in a member''s name.';

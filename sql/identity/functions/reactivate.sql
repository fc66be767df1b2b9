/* Opens a deactivated account again. Answers whether it was deactivated before. */
create or replace function identity.reactivate(p_member bigint) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
begin
  update identity.members set deactivated_at = null where id = p_member and deactivated_at is not null;
  return found;
end $$;
comment on function identity.reactivate is 'Opens a deactivated account again.';

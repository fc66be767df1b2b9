/* Refuses `already_set_up` where somebody is there already (`staff`, `members`) or the clock can be moved (`sandbox`): a company is set up once, on a database of its own. Two who try at once wait for each other. */
create or replace function identity.require_untouched() returns void
language plpgsql volatile security definer set search_path = '' as $$
declare v_there text;
begin
  perform identity.lock_staff();
  v_there := case when (select c.sandbox from core.clock c) then 'sandbox' when exists (select from identity.staff) then 'staff' when exists (select from identity.members) then 'members' end;
  if v_there is not null then perform core.refuse('already_set_up', null, jsonb_build_object('there', v_there)); end if;
end $$;
comment on function identity.require_untouched is 'Refuses a database where somebody is there already.';

/* Changes of staff happen one after another: what each leaves behind is counted, and two at once would each count the other. Taken before
   anything else is locked, so that two people who change each other do not wait for each other. */
create or replace function identity.lock_staff() returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  perform pg_advisory_xact_lock(hashtext('identity.staff'));
end $$;
comment on function identity.lock_staff is 'Changes of staff happen one after another.';

/* The bytes of an export whose time is over are gone. Saying it again changes nothing. */
create or replace function office.remove_export(p_export uuid, p_at timestamptz) returns void
language sql volatile security definer set search_path = '' as $$
  update office.exports e set state = 'removed', file_id = null where e.id = p_export and office.export_over(e, p_at)
$$;
comment on function office.remove_export is 'The bytes of an export are gone.';

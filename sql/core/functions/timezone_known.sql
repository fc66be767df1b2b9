/* Whether this is the name of a time zone, e.g. Asia/Kolkata or UTC. Asked of one zone: the catalogue's list reads six hundred files
   each time. The form is checked first, because `at time zone` takes abbreviations and offsets for zones as well. */
create or replace function core.timezone_known(p_name text) returns boolean
language plpgsql stable set search_path = '' as $$
begin
  if p_name is null or p_name !~ '^(UTC|GMT|[A-Z][A-Za-z_]+(/[A-Z][A-Za-z_-]+){1,2}|Etc/GMT(\+([1-9]|1[0-2])|-([1-9]|1[0-4])))$' then
    return false;
  end if;
  perform timestamptz 'epoch' at time zone p_name;
  return true;
exception when invalid_parameter_value then
  return false;
end $$;
comment on function core.timezone_known is 'Whether this is the name of a time zone.';

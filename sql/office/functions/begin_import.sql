/* Begins an import. Deployed in minor units. Answers its id. */
create or replace function office.begin_import(p_currency text, p_cutover_on date, p_method uuid, p_deployed bigint, p_staff bigint, p_at timestamptz) returns uuid
language sql volatile security definer set search_path = '' as $$
  insert into office.imports (reference, currency, cutover_on, method_id, deployed, made_by, made_at)
  values ('N-' || core.random_code(8), p_currency, p_cutover_on, p_method, p_deployed, p_staff, p_at) returning id
$$;
comment on function office.begin_import is 'Begins an import.';

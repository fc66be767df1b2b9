/* Discloses what people in the network earned in the twelve months that ended with the last full month; again changes nothing. */
create or replace function desk.worker_disclose() returns jsonb
language sql volatile security definer set search_path = '' as $$
  select jsonb_build_object('written', network.disclose(core.setting('disclosure_smallest_group')::integer, core.business_now()))
$$;
comment on function desk.worker_disclose is 'Discloses what people in the network earn.';

/* Random text from an alphabet without look-alikes (no 0 O 1 I L U). */
create or replace function core.random_code(p_length integer) returns text
language sql volatile set search_path = '' as $$
  select string_agg(substr('23456789ABCDEFGHJKMNPQRSTVWXYZ', get_byte(b.bytes, i % 6) % 30 + 1, 1), '')
  from generate_series(0, p_length - 1) i, lateral (select uuid_send(gen_random_uuid()) as bytes where i >= 0) b
$$;
comment on function core.random_code is 'Random text without look-alikes.';

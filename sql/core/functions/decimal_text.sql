/* Minor units to decimal text with exactly `exponent` decimals, e.g. (-150, 2) -> '-1.50'. No search_path setting: the
   planner must be able to inline it. */
create or replace function core.decimal_text(p_minor numeric, p_exponent integer) returns text
language sql immutable parallel safe as $$
  select case when p_minor < 0 then '-' else '' end
      || case when p_exponent = 0 then trunc(abs(p_minor))::text
         else div(abs(p_minor), (10::numeric ^ p_exponent)::numeric)::text || '.' || lpad(mod(trunc(abs(p_minor)), trunc(10::numeric ^ p_exponent))::text, p_exponent, '0') end
$$;
comment on function core.decimal_text is 'Minor units to decimal text.';

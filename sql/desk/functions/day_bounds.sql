/* From the beginning of one day to the end of another, in the operator's time zone; null where none is given. Refuses `invalid_input` at
   until when the days are reversed, and at the day that no calendar of ours has. */
create or replace function desk.day_bounds(p_from date, p_until date, out from_at timestamptz, out until_at timestamptz)
language plpgsql stable set search_path = '' as $$
declare v_zone text := core.setting('timezone');
begin
  if p_from not between '1900-01-01' and '2999-12-31' then perform core.refuse('invalid_input', 'from'); end if;
  if p_until not between '1900-01-01' and '2999-12-31' then perform core.refuse('invalid_input', 'until'); end if;
  if p_until < p_from then perform core.refuse('invalid_input', 'until', jsonb_build_object('reason', 'reversed')); end if;
  from_at := p_from::timestamp at time zone v_zone;
  until_at := (p_until + 1)::timestamp at time zone v_zone;
end $$;
comment on function desk.day_bounds is 'From the beginning of one day to the end of another.';

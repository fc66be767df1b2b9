/* The instant at which so many working hours have passed. An hour counts when its day, in a time zone, is a working day (ISO weekday
   digits, '12345'); nights of working days count, which is the stricter reading for whoever has to answer. Without any working day all
   days are. Days are as long as they are: 23 or 25 hours where the clock is put. */
create or replace function messaging.working_deadline(p_from timestamptz, p_hours integer, p_days text, p_timezone text) returns timestamptz
language plpgsql stable set search_path = '' as $$
declare
  v_left interval := p_hours * interval '1 hour';
  v_at timestamptz := p_from;
  v_day date;
  v_end timestamptz;
  v_room interval;
begin
  loop
    v_day := core.business_date(v_at, p_timezone);
    v_end := (v_day + 1)::timestamp at time zone p_timezone;
    if p_days !~ '[1-7]' or position(extract(isodow from v_day)::text in p_days) > 0 then
      -- In hours: a difference of 24 or more would be written as a day, which is not always 24 hours long.
      v_room := extract(epoch from v_end - v_at) * interval '1 second';
      if v_room >= v_left then return v_at + v_left; end if;
      v_left := v_left - v_room;
    end if;
    v_at := v_end;
  end loop;
end $$;
comment on function messaging.working_deadline is 'The instant at which so many working hours have passed.';

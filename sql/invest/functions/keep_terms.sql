/* Trigger: terms never change once written; only a version's state does (and the day it takes effect, when it is approved). */
create or replace function invest.keep_terms() returns trigger
language plpgsql volatile set search_path = '' as $$
begin
  if tg_op = 'UPDATE' and old.state = 'draft'
     and (new.id, new.plan_id, new.version, new.daily_rate, new.minimum, new.maximum, new.duration, new.unit, new.referral_rate, new.description, new.risk_text, new.above_rail, new.hash)
       = (old.id, old.plan_id, old.version, old.daily_rate, old.minimum, old.maximum, old.duration, old.unit, old.referral_rate, old.description, old.risk_text, old.above_rail, old.hash) then
    return new;
  end if;
  perform core.refuse('immutable', null, jsonb_build_object('table', 'invest.plan_versions', 'operation', tg_op));
  return null;
end $$;
comment on function invest.keep_terms is 'Trigger: terms never change.';

/* Trigger: a milestone's terms never change; it may only be ended, once. */
create or replace function referral.keep_milestone() returns trigger
language plpgsql volatile set search_path = '' as $$
begin
  if tg_op = 'UPDATE' and old.ended_at is null
     and (new.id, new.name, new.needed, new.reward, new.currency, new.starts_on, new.created_by, new.created_at) = (old.id, old.name, old.needed, old.reward, old.currency, old.starts_on, old.created_by, old.created_at)
     and new.ends_on is not distinct from old.ends_on then
    return new;
  end if;
  perform core.refuse('immutable', null, jsonb_build_object('table', 'referral.milestones', 'operation', tg_op));
  return null;
end $$;
comment on function referral.keep_milestone is 'Trigger: terms never change.';

/* What every public page shows. */
create or replace function desk.public_site() returns jsonb
language sql volatile security definer set search_path = '' as $$
  select jsonb_build_object('company', core.setting('company'), 'support_email', core.setting('support_email'), 'demo', (select sandbox from core.clock), 'business_now', core.business_now(),
    'terms_version', core.setting('terms_version'), 'currency', core.setting('currency'), 'minimum_age', 18,
    'sign_on_bonus', core.format_amount(coalesce(core.setting_amount('sign_on_bonus', core.setting('currency')), 0), core.setting('currency')))
$$;
comment on function desk.public_site is 'What every public page shows.';

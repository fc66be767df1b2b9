/* Members who come from elsewhere, with their references there (column origin): `[{reference, email, first_name, …}]` in texts that have been checked. Nobody is mailed; they sign in by their
   email like everybody. Their terms are those they accepted elsewhere. Refuses `email_taken` at email when somebody signed up with one meanwhile, `import_changed` for whatever else is taken. */
create or replace function identity.import_members(p_rows jsonb, p_terms text, p_on date, p_zone text, p_at timestamptz) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare v_name text;
begin
  insert into identity.members (email, first_name, last_name, mobile, username, referral_code, language, timezone, terms_version, terms_accepted_at, joined_at, origin)
  select lower(r ->> 'email'), r ->> 'first_name', r ->> 'last_name', regexp_replace(r ->> 'mobile', '[ ().-]', '', 'g'), lower(r ->> 'username'), core.random_code(8), coalesce(r ->> 'language', 'en'), coalesce(r ->> 'timezone', p_zone),
         p_terms, d.at, d.at, r ->> 'reference'
    from jsonb_array_elements(p_rows) with ordinality x (r, n)
    cross join lateral (select least(coalesce(core.read_day(r ->> 'joined_on'), p_on)::timestamp at time zone p_zone, p_at) as at) d
   order by n;
  -- Asked after the rows are there: a change of address that is under way at this moment has been waited for.
  if exists (select from jsonb_array_elements(p_rows) x (r) where identity.email_reserved(lower(r ->> 'email'))) then perform core.refuse('email_taken', 'email'); end if;
exception when unique_violation then
  get stacked diagnostics v_name = constraint_name;
  -- A code drawn twice is nobody's mistake: whoever asked does so again, and another one is drawn.
  if v_name = 'member_referral_codes_are_unique' then raise; end if;
  perform core.refuse(case v_name when 'member_emails_are_unique' then 'email_taken' else 'import_changed' end, 'email');
end $$;
comment on function identity.import_members is 'Members who come from elsewhere.';

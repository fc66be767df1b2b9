/* What a member has said about themself. */
create or replace function desk.json_profile(p_member identity.members) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('first_name', (p_member).first_name, 'last_name', (p_member).last_name, 'email', (p_member).email, 'mobile', (p_member).mobile, 'country', (p_member).country,
    'address', (p_member).address, 'state', (p_member).state, 'zip', (p_member).zip, 'city', (p_member).city, 'language', (p_member).language)
$$;
comment on function desk.json_profile is 'What a member has said about themself.';

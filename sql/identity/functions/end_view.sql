/* Ends a view by its token. Answers its session; null when there is none that is live. */
create or replace function identity.end_view(p_token text) returns identity.sessions
language sql volatile security definer set search_path = '' as $$
  update identity.sessions set revoked_at = clock_timestamp()
   where token_hash = sha256(convert_to(coalesce(p_token, ''), 'UTF8')) and viewer_id is not null and revoked_at is null returning *
$$;
comment on function identity.end_view is 'Ends a view by its token.';

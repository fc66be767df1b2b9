/* Corrects what an operator's document is, whether everybody sees it, and when it is looked at again. Refuses as compliance.save_paper. */
create or replace function desk.staff_paper_save(p_token text, p_paper uuid, p_kind text, p_title text, p_issuer text, p_public boolean, p_review_on date) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  v_caller identity.caller := identity.enter_staff(p_token, 'documents.write');
  v_at timestamptz := core.business_now();
begin
  if p_paper is null then perform core.refuse('not_found'); end if;
  perform compliance.save_paper(p_paper, p_kind, p_title, p_issuer, p_public, p_review_on, v_at);
  perform audit.write(v_at, v_caller, 'paper_save', 'paper', p_paper::text, null, jsonb_build_object('public', p_public, 'review_on', p_review_on));
  return '{}';
end $$;
comment on function desk.staff_paper_save is 'Corrects what an operator''s document is.';

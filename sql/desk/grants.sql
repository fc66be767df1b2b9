grant usage on schema desk to coffer_web, coffer_worker, coffer_reader;
-- Builders of answers run with the rights of the reading function that calls them.
do $$
declare v_function regprocedure;
begin
  for v_function in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'desk'::regnamespace and p.proname !~ '^(public|auth|member|staff|api|worker|sandbox)_' loop
    execute format('grant execute on function %s to coffer_reader', v_function);
  end loop;
end $$;

-- Up Migration
-- What makes a sale and an Active Buyer follows the compensation plan that holds (spec 4): whoever asks says so.

drop function if exists ev.refresh(bigint, timestamptz);
drop function if exists ev.is_active_buyer(bigint);

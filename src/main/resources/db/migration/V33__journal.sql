-- When a chain was last marked for the sealer; its number and hash are those of that moment.
alter table journal_chain add column changed_at timestamp(6) with time zone
    default timestamp with time zone '1970-01-01 00:00:00+00' not null;

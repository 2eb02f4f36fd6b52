-- Until when a request is open as its rules alone say; null where that is what holds.
alter table approval_request add column rules_due timestamp(6) with time zone;

-- What a move does with its version, and how many percent of the instances may be out while it does.
alter table deployment_move add column kind varchar(10) default 'INSTALL' not null;
alter table deployment_move add column unavailable integer default 100 not null;

-- Rounds of a watch, and those in which what is watched was slower than it may be.
alter table flow_visit add column rounds integer default 0 not null;
alter table flow_visit add column slow integer default 0 not null;

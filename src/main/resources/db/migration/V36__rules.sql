-- Which document of the catalogue describes it; empty where somebody planned it.
alter table drill_plan add column document varchar(63) default '' not null;

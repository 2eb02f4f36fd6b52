-- The class that the newest assessment found; null for a release that was opened before it was kept here: ask its newest assessment.
alter table release_release add column risk varchar(20);

-- the zone in which a product's people work, and which changed files touch its database: a JSON list of patterns
alter table catalog_product add column zone varchar(100) default 'UTC' not null;
alter table catalog_product add column migrations varchar(8000) default '["**/db/migration/**"]' not null;

create index policy_evaluation_by_decision on policy_evaluation (decision, id);

-- every state that a risk of a release ever had; the newest version is in force
create table release_risk (
    release varchar(240) not null references release_release (id),
    number integer not null,
    version integer not null,
    title varchar(400) not null,
    owner varchar(255) not null,
    likelihood varchar(10) not null,
    impact varchar(10) not null,
    mitigation varchar(4000) not null,
    state varchar(16) not null,
    reason varchar(2000) not null,
    changed_by varchar(300) not null,
    changed_at timestamp(6) with time zone not null,
    primary key (release, number, version)
);

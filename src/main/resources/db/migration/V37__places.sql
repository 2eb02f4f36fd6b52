-- What a target's description gave a version when it was put there (variable.*), as JSON; empty where nobody has noted it.
alter table deployment_move add column settings text default '' not null;
alter table deployment_move add column previous_settings text default '' not null;

-- Each hook of a context around a move: begun once, and how it ended.
create table deployment_hook (
    id bigint generated always as identity primary key,
    visit varchar(200) not null,
    environment varchar(100) not null,
    component varchar(250) not null,
    phase varchar(10) not null,
    context varchar(63) not null,
    hook varchar(200) not null,
    release_id varchar(200) not null,
    host varchar(255) not null,
    begun_at timestamp(6) with time zone not null,
    ended_at timestamp(6) with time zone,
    failure text not null,
    constraint deployment_hook_once unique (visit, environment, component, phase, context, hook)
);

-- The digest of a configuration that a target reports, where it is not the one that was deployed there.
alter table environment_probe add column configuration varchar(64) default '' not null;

-- The flow of a product's releases that answer an incident and ask to go first; empty where it is that of all its releases.
alter table catalog_product add column hotfix_flow varchar(200) default '' not null;

alter table catalog_environment add column drift varchar(10) default 'TELL' not null;

-- What is true at one target: when it was last asked, and whose turn it is to ask.
create table environment_probe (
    environment varchar(120) not null,
    component varchar(240) not null,
    next_at timestamp(6) with time zone not null,
    asker varchar(100),
    asker_until timestamp(6) with time zone,
    probed_at timestamp(6) with time zone,
    finding varchar(10) not null,
    since timestamp(6) with time zone,
    versions varchar(2000) not null,
    share integer not null,
    planned varchar(64) not null,
    reason varchar(2000) not null,
    calm integer not null,
    primary key (environment, component)
);
create index environment_probe_by_next on environment_probe (next_at);

create table environment_drift (
    number bigint generated always as identity primary key,
    environment varchar(120) not null,
    component varchar(240) not null,
    release varchar(240) not null,
    planned varchar(64) not null,
    actual varchar(2000) not null,
    told varchar(4000) not null,
    repairs integer not null,
    seen_at timestamp(6) with time zone not null,
    ended_at timestamp(6) with time zone,
    ending varchar(20) not null
);
create index environment_drift_by_place on environment_drift (environment, component, number desc);

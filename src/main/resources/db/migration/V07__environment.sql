-- One row per environment and product, locked by whoever claims or gives up: claims and queue of a place change one at a time.
create table environment_place (
    environment varchar(120) not null,
    product varchar(120) not null,
    primary key (environment, product)
);

create table environment_claim (
    environment varchar(120) not null,
    component varchar(240) not null,
    product varchar(120) not null,
    release varchar(240) not null,
    since timestamp(6) with time zone not null,
    primary key (environment, component)
);
create index environment_claim_by_place on environment_claim (environment, product);
create index environment_claim_by_release on environment_claim (release);

create table environment_waiter (
    number bigint generated always as identity primary key,
    environment varchar(120) not null,
    product varchar(120) not null,
    release varchar(240) not null,
    since timestamp(6) with time zone not null,
    turn_since timestamp(6) with time zone,
    unique (environment, product, release)
);
create index environment_waiter_by_release on environment_waiter (release);

create table environment_occupancy (
    environment varchar(120) not null,
    component varchar(240) not null,
    version varchar(64) not null,
    artifact varchar(64) not null,
    release varchar(240) not null,
    since timestamp(6) with time zone not null,
    primary key (environment, component)
);

create table environment_history (
    number bigint generated always as identity primary key,
    environment varchar(120) not null,
    component varchar(240) not null,
    version varchar(64) not null,
    artifact varchar(64) not null,
    release varchar(240) not null,
    since timestamp(6) with time zone not null
);
create index environment_history_by_component on environment_history (environment, component, number desc);

-- A release about another one: a drill of going back from it, or taking it back.
create table release_sequel (
    release varchar(240) primary key references release_release (id),
    original varchar(240) not null references release_release (id),
    environment varchar(63)
);
create index release_sequel_of on release_sequel (original);

-- Where going back is to be drilled again and again, by the clock on the wall of the product's zone.
create table drill_plan (
    product varchar(63) not null,
    environment varchar(63) not null,
    starts_local varchar(32) not null,
    zone varchar(64) not null,
    rule varchar(400) not null,
    threshold_seconds bigint not null,
    next_at timestamp(6) with time zone,
    primary key (product, environment)
);

-- Every drill, also one that could not be held. What is under way has its place in the column running, which admits one at a time.
create table drill_drill (
    number bigint generated always as identity primary key,
    product varchar(63) not null,
    environment varchar(63) not null,
    running varchar(140) unique,
    release varchar(240) unique,
    version varchar(64) not null,
    asked_by varchar(255) not null,
    scheduled boolean not null,
    threshold_seconds bigint not null,
    asked_at timestamp(6) with time zone not null,
    going_back_at timestamp(6) with time zone,
    back_at timestamp(6) with time zone,
    ended_at timestamp(6) with time zone,
    outcome varchar(16) not null,
    reason varchar(4000) not null,
    evidence text not null
);
create index drill_of_product on drill_drill (product, number desc);
create index drill_by_outcome on drill_drill (product, outcome, ended_at desc);

-- Why a release under way is being taken back; null where it is not.
alter table release_release add column roll_back_because varchar(2000);

-- What a release is to be told: to be called off, or to go back.
alter table flow_cancel add column message varchar(32) default 'cancel-release' not null;

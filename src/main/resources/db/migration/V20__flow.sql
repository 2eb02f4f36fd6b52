-- Why a release waits: one row per wait state, written with it.
create table flow_waiting (
    id varchar(64) primary key,
    release_id varchar(255) not null,
    visit varchar(64) not null,
    kind varchar(10) not null,
    model varchar(255) not null,
    activity varchar(255) not null,
    reason varchar(1000) not null,
    whom varchar(1000) not null,
    since_at timestamp(6) with time zone not null,
    until_at timestamp(6) with time zone,
    task varchar(64)
);

create index flow_waiting_release on flow_waiting (release_id);

-- What must be known of a work step when it is done again.
create table flow_visit (
    visit varchar(64) primary key,
    release_id varchar(255) not null,
    started_at timestamp(6) with time zone not null,
    failures integer not null,
    result text
);

create index flow_visit_release on flow_visit (release_id);

-- A release that is to be called off as soon as no step is in the middle of something.
create table flow_cancel (
    release_id varchar(255) primary key,
    reason varchar(2000) not null,
    asked_at timestamp(6) with time zone not null
);

alter table catalog_environment add column prometheus varchar(1000) default '' not null;

create table quality_analysis (
    id bigint generated always as identity primary key,
    visit varchar(64) not null unique,
    release_id varchar(200) not null,
    candidate varchar(64) not null,
    environment varchar(63) not null,
    version varchar(200) not null,
    former varchar(200) not null,
    share integer not null,
    server varchar(1000) not null,
    from_at timestamp(6) with time zone not null,
    until_at timestamp(6) with time zone not null,
    step_millis bigint not null,
    looks integer not null,
    finding varchar(20),
    reason varchar(4000) not null,
    ended_at timestamp(6) with time zone,
    evidence varchar(64) references quality_content (digest)
);

create index quality_analysis_of on quality_analysis (release_id, id);

create table quality_judgement (
    analysis_id bigint not null references quality_analysis (id),
    look integer not null,
    place integer not null,
    judged_at timestamp(6) with time zone not null,
    criterion varchar(100) not null,
    finding varchar(20) not null,
    words varchar(2000) not null,
    figures varchar(4000) not null,
    primary key (analysis_id, look, place)
);

create table quality_watch (
    visit varchar(64) primary key,
    release_id varchar(200) not null,
    product varchar(63) not null,
    environment varchar(63) not null,
    version varchar(200) not null,
    moved_at timestamp(6) with time zone not null,
    begun_at timestamp(6) with time zone not null,
    ended_at timestamp(6) with time zone,
    alarm varchar(2000) not null
);

create index quality_watch_of on quality_watch (product, environment, ended_at);

create table quality_alert (
    id bigint generated always as identity primary key,
    fingerprint varchar(100) not null,
    starts_at timestamp(6) with time zone not null,
    name varchar(200) not null,
    product varchar(200) not null,
    environment varchar(200) not null,
    version varchar(200) not null,
    summary varchar(1000) not null,
    release_id varchar(200) not null,
    note varchar(500) not null,
    received_at timestamp(6) with time zone not null,
    repeated_at timestamp(6) with time zone not null,
    resolved_at timestamp(6) with time zone,
    unique (fingerprint, starts_at)
);

create index quality_alert_of on quality_alert (release_id, id);

create table quality_failure (
    id bigint generated always as identity primary key,
    release_id varchar(200) not null,
    environment varchar(63) not null,
    cause varchar(2000) not null,
    seen_at timestamp(6) with time zone not null,
    acted_at timestamp(6) with time zone,
    acted_by varchar(200) not null,
    recovered_at timestamp(6) with time zone
);

create index quality_failure_of on quality_failure (release_id, id);

create table quality_outage (
    id bigint generated always as identity primary key,
    release_id varchar(200) not null,
    environment varchar(63) not null,
    component varchar(200) not null,
    from_at timestamp(6) with time zone not null,
    until_at timestamp(6) with time zone
);

create index quality_outage_of on quality_outage (release_id, id);

create table deployment_move (
    id bigint generated always as identity primary key,
    visit varchar(200) not null,
    release_id varchar(200) not null,
    environment varchar(100) not null,
    component varchar(250) not null,
    direction varchar(10) not null,
    version varchar(200) not null,
    artifact varchar(64) not null,
    location varchar(2000) not null,
    previous varchar(200) not null,
    previous_artifact varchar(64) not null,
    previous_location varchar(2000) not null,
    previous_release varchar(200) not null,
    configuration varchar(64) not null,
    share integer not null,
    planned boolean not null,
    intended_at timestamp(6) with time zone not null,
    ended_at timestamp(6) with time zone,
    status varchar(10) not null,
    reason text not null,
    recovered_at timestamp(6) with time zone,
    host varchar(255),
    process bigint,
    process_started_at timestamp(6) with time zone,
    constraint deployment_move_visit unique (visit, environment, component)
);

create index deployment_move_of_release on deployment_move (release_id, id);
create index deployment_move_of_place on deployment_move (environment, component, id);

create table deployment_commit (
    move bigint not null references deployment_move (id),
    sha varchar(64) not null,
    committed_at timestamp(6) with time zone not null,
    primary key (move, sha)
);

create table deployment_log (
    visit varchar(200) primary key,
    release_id varchar(200) not null,
    step varchar(200) not null,
    started_at timestamp(6) with time zone not null,
    chunks integer not null,
    bytes bigint not null
);

create index deployment_log_of_release on deployment_log (release_id, started_at);

create table deployment_log_chunk (
    visit varchar(200) not null references deployment_log (visit),
    number integer not null,
    content text not null,
    primary key (visit, number)
);

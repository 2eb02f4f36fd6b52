create table policy_evaluation (
    id bigint generated always as identity primary key,
    release varchar(200) not null,
    decision varchar(200) not null,
    version varchar(200) not null,
    at timestamp(6) with time zone not null,
    facts varchar not null,
    rules varchar not null,
    outputs varchar not null
);

create index policy_evaluation_release on policy_evaluation (release, id);

create table quality_content (
    digest varchar(64) primary key,
    size_in_bytes bigint not null
);

create table quality_chunk (
    digest varchar(64) not null references quality_content (digest),
    place integer not null,
    content bytea not null,
    primary key (digest, place)
);

create table quality_evidence (
    id bigint generated always as identity primary key,
    release_id varchar(200) not null,
    candidate varchar(64) not null,
    name varchar(100) not null,
    kind varchar(20) not null,
    file_name varchar(200) not null,
    digest varchar(64) not null references quality_content (digest),
    size_in_bytes bigint not null,
    attached_by varchar(200) not null,
    attached_at timestamp(6) with time zone not null
);

create index quality_evidence_of on quality_evidence (release_id, candidate, name);

create table quality_measure (
    evidence_id bigint not null references quality_evidence (id),
    name varchar(200) not null,
    figure varchar(500) not null,
    primary key (evidence_id, name)
);

create table quality_gate (
    id bigint generated always as identity primary key,
    release_id varchar(200) not null,
    candidate varchar(64) not null,
    name varchar(100) not null,
    verdict varchar(10) not null,
    assessed_at timestamp(6) with time zone not null
);

create index quality_gate_of on quality_gate (release_id);

create table quality_criterion (
    gate_id bigint not null references quality_gate (id),
    place integer not null,
    name varchar(500) not null,
    measured varchar(500) not null,
    required varchar(500) not null,
    verdict varchar(10) not null,
    primary key (gate_id, place)
);

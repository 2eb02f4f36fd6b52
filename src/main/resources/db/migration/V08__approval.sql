create table approval_request (
    id varchar(36) primary key,
    ordinal bigint generated always as identity,
    release_id varchar(200) not null,
    visit varchar(255) not null,
    purpose varchar(100) not null,
    candidate varchar(64) not null,
    candidate_number integer not null,
    opened_at timestamp(6) with time zone not null,
    due timestamp(6) with time zone not null,
    outcome varchar(20),
    settled_at timestamp(6) with time zone,
    constraint approval_request_once unique (release_id, visit)
);

create table approval_seat (
    request_id varchar(36) not null references approval_request (id),
    seat integer not null,
    role_id varchar(64) not null,
    label varchar(300) not null,
    reserved_for varchar(64),
    voter varchar(64),
    decision varchar(10),
    remark varchar(4000) not null,
    voted_at timestamp(6) with time zone,
    primary key (request_id, seat),
    constraint approval_seat_one_each unique (request_id, voter)
);

create table approval_excluded (
    request_id varchar(36) not null references approval_request (id),
    person_id varchar(64) not null,
    primary key (request_id, person_id)
);

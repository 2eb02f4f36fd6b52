-- What type of change a release is, since when, and how far it has come on its type's path.
create table release_change (
    release varchar(240) primary key references release_release (id),
    type varchar(16) not null,
    state varchar(16) not null,
    candidate integer not null,
    plan_version integer not null,
    classified_at timestamp(6) with time zone not null,
    moved_at timestamp(6) with time zone not null
);
create index release_change_by_state on release_change (state);

create table advisory_board (
    board_key varchar(64) primary key,
    name varchar(200) not null,
    group_id varchar(64) not null,
    chair varchar(64) not null,
    quorum varchar(8) not null
);

create table advisory_meeting (
    id varchar(36) primary key,
    ordinal bigint generated always as identity unique,
    board_key varchar(64) not null references advisory_board (board_key),
    starts_local varchar(32) not null,
    zone varchar(64) not null,
    starts_at timestamp(6) with time zone not null,
    place varchar(1000) not null,
    state varchar(16) not null,
    minutes text not null,
    minutes_digest varchar(64),
    closed_by varchar(64),
    closed_at timestamp(6) with time zone
);
create index advisory_meeting_by_board on advisory_meeting (board_key, state, starts_at);

create table advisory_attendance (
    meeting varchar(36) not null references advisory_meeting (id),
    person varchar(64) not null,
    primary key (meeting, person)
);

-- A request for approval is on one agenda of a board at a time; where it was deferred the row stays with its reason, and the next meeting has another.
create table advisory_item (
    meeting varchar(36) not null references advisory_meeting (id),
    approval varchar(36) not null,
    ordinal bigint generated always as identity unique,
    release varchar(240) not null references release_release (id),
    added_by varchar(64) not null,
    deferred_because varchar(2000),
    primary key (meeting, approval)
);
create index advisory_item_by_approval on advisory_item (approval);

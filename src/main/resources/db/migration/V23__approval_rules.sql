-- Who decides in whose stead, and when.
create table identity_substitution (
    id bigint generated always as identity primary key,
    absent varchar(64) not null,
    substitute varchar(64) not null,
    from_at timestamp(6) with time zone not null,
    until_at timestamp(6) with time zone not null,
    zone varchar(64) not null,
    reason varchar(500) not null,
    named_by varchar(64) not null,
    named_at timestamp(6) with time zone not null,
    ended_at timestamp(6) with time zone
);

create index identity_substitution_absent on identity_substitution (absent, until_at);
create index identity_substitution_substitute on identity_substitution (substitute, until_at);

-- What a vote was cast on (null: before that was kept), and when others are called.
alter table approval_request add column artifacts varchar(64);
alter table approval_request add column plan_version integer;
alter table approval_request add column escalate_at timestamp(6) with time zone;
alter table approval_request add column escalated_at timestamp(6) with time zone;
alter table approval_request add column remind_seconds bigint;
alter table approval_request add column reminded_at timestamp(6) with time zone;

alter table approval_seat add column mandatory boolean default true not null;
alter table approval_seat add column escalate_to varchar(64);
alter table approval_seat add column stands_for varchar(64);
alter table approval_seat add column carried_from varchar(36);
alter table approval_seat add constraint approval_seat_one_voice unique (request_id, stands_for);

-- People who must not decide about a product, or not together with somebody.
create table approval_conflict (
    id bigint generated always as identity primary key,
    person varchar(64) not null,
    other varchar(64),
    product varchar(100),
    reason varchar(500) not null,
    entered_by varchar(200) not null,
    entered_at timestamp(6) with time zone not null,
    ended_at timestamp(6) with time zone
);

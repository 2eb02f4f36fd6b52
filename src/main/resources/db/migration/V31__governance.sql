-- Until when a request is open as its rules alone say; null where that is what holds.
alter table approval_request add column rules_due timestamp(6) with time zone;

-- Who is to be told what happened to a release, and whether they were. Kept in the transaction in which it happened, sent afterwards.
create table notification_notice (
    id bigint generated always as identity primary key,
    release varchar(240) not null,
    event varchar(100) not null,
    audience varchar(100) not null,
    means varchar(20) not null,
    person varchar(64),
    state varchar(10) not null,
    remark varchar(500) not null,
    tries integer not null,
    queued_at timestamp(6) with time zone not null,
    next_at timestamp(6) with time zone not null,
    done_at timestamp(6) with time zone
);
create index notification_notice_by_release on notification_notice (release, id);
create index notification_notice_waiting on notification_notice (state, next_at);

-- The keys of the products that a product does not work without, as a JSON list.
alter table catalog_product add column depends_on varchar(4000) default '[]' not null;

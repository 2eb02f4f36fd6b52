-- Windows and freezes. Start, end and exceptions are local times of the zone: no change of its offset moves them.
create table calendar_entry (
    number bigint generated always as identity primary key,
    kind varchar(10) not null,
    title varchar(200) not null,
    reason varchar(2000) not null,
    product varchar(120),
    environment varchar(120),
    starts timestamp(6) not null,
    ends timestamp(6),
    zone varchar(64) not null,
    rrule varchar(1000) not null,
    except_for varchar(8000) not null,
    hotfix_passes boolean not null,
    stops boolean not null,
    feed bigint,
    uid varchar(1000) not null,
    changed_by varchar(300) not null,
    changed_at timestamp(6) with time zone not null,
    ended_at timestamp(6) with time zone,
    end_reason varchar(2000) not null
);
create index calendar_entry_in_force on calendar_entry (ended_at);
create index calendar_entry_by_feed on calendar_entry (feed);

-- Calendars of others: their entries are the last good copy.
create table calendar_feed (
    number bigint generated always as identity primary key,
    name varchar(200) not null,
    address varchar(2000) not null,
    kind varchar(10) not null,
    product varchar(120),
    environment varchar(120),
    zone varchar(64) not null,
    hotfix_passes boolean not null,
    read_at timestamp(6) with time zone not null,
    tried_at timestamp(6) with time zone not null,
    failure varchar(2000) not null,
    skipped varchar(2000) not null
);

-- Somebody asks to go on in spite of a freeze, and somebody else decides.
create table calendar_exemption (
    number bigint generated always as identity primary key,
    release varchar(240) not null,
    environment varchar(120) not null,
    entry bigint,
    reason varchar(2000) not null,
    until_at timestamp(6) with time zone not null,
    requested_by varchar(300) not null,
    requested_at timestamp(6) with time zone not null,
    state varchar(10) not null,
    decided_by varchar(300),
    decided_at timestamp(6) with time zone,
    comment varchar(2000) not null
);
create index calendar_exemption_by_release on calendar_exemption (release, environment);
create index calendar_exemption_by_state on calendar_exemption (state);

-- One row, locked by whoever changes what may hold a release, and by whoever decides that one has to wait: no wake-up is lost in between.
create table flow_clearance (
    id integer primary key,
    changes bigint not null
);
insert into flow_clearance (id, changes) values (1, 0);

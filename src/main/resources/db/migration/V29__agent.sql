-- Which agents do the work of a target; empty where Slipway does it itself.
alter table catalog_target add column agent varchar(1000) default '' not null;

-- Programs near targets that do work, as they last said of themselves.
create table agent_agent (
    name varchar(100) primary key,
    account varchar(100) not null,
    session varchar(64) not null,
    labels varchar(8000) not null,
    topics varchar(4000) not null,
    version varchar(255) not null,
    host varchar(255) not null,
    state varchar(10) not null,
    connected_at timestamp(6) with time zone not null,
    last_seen_at timestamp(6) with time zone not null,
    drained_by varchar(300) not null
);

-- Pieces of work for agents; each is there once for its visit.
create table agent_order (
    id bigint generated always as identity primary key,
    visit varchar(64) not null,
    work varchar(400) not null,
    topic varchar(63) not null,
    release_id varchar(255) not null,
    product varchar(120) not null,
    selector varchar(1000) not null,
    details varchar(4000) not null,
    state varchar(20) not null,
    placed_at timestamp(6) with time zone not null,
    wanted_until timestamp(6) with time zone not null,
    attempts integer not null,
    agent varchar(100) not null,
    worker varchar(255) not null,
    locked_until timestamp(6) with time zone,
    host varchar(255) not null,
    busy_until timestamp(6) with time zone,
    reason varchar(4000) not null,
    unique (visit, work)
);

create index agent_order_state on agent_order (state, id);
create index agent_order_release on agent_order (release_id);

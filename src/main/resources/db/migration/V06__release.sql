create table release_release (
    id varchar(240) primary key,
    number bigint generated always as identity unique,
    base varchar(240) not null,
    run integer not null,
    product varchar(120) not null,
    version varchar(64) not null,
    flow varchar(120) not null,
    state varchar(16) not null,
    held_because varchar(2000),
    cancel_because varchar(2000),
    requester varchar(255) not null,
    planned boolean not null,
    plan_version integer not null,
    candidate integer not null,
    opened_at timestamp(6) with time zone not null,
    ended_at timestamp(6) with time zone,
    outcome varchar(4000) not null,
    unique (base, run)
);
create index release_by_state on release_release (state, number desc);
create index release_by_product on release_release (product, number desc);
create index release_by_product_and_state on release_release (product, state, number desc);

create table release_plan (
    release varchar(240) not null references release_release (id),
    number integer not null,
    plan text not null,
    made_at timestamp(6) with time zone not null,
    made_by varchar(255) not null,
    reason varchar(2000) not null,
    primary key (release, number)
);

create table release_candidate (
    release varchar(240) not null references release_release (id),
    number integer not null,
    digest varchar(64) not null,
    revision varchar(64) not null,
    contents text not null,
    artifacts text not null,
    authors text not null,
    made_at timestamp(6) with time zone not null,
    primary key (release, number)
);

-- Which release an idempotency key led to, and the fingerprint of what was asked for.
create table release_key (
    name varchar(200) primary key,
    fingerprint varchar(64) not null,
    release varchar(240) not null references release_release (id)
);

-- What is pending or released, so that asking for it again leads to the same release.
create table release_live (
    product varchar(120) not null,
    version varchar(64) not null,
    revision varchar(64) not null,
    release varchar(240) not null references release_release (id),
    primary key (product, version, revision)
);
create index release_live_by_release on release_live (release);

-- Ended releases, counted in several slots so that simultaneous ends do not wait for one another.
create table release_count (
    product varchar(120) not null,
    state varchar(16) not null,
    slot integer not null,
    total bigint not null,
    primary key (product, state, slot)
);

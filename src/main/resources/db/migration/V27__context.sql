alter table catalog_product add column labels text default '{}' not null;
alter table catalog_environment add column labels text default '{}' not null;

-- What a context says from one moment on; the newest row holds, and an empty one says that it was dropped.
create table context_revision (
    context varchar(63) not null,
    revision integer not null,
    content text not null,
    changed_at timestamp(6) with time zone not null,
    changed_by varchar(200) not null,
    primary key (context, revision)
);

-- Values are encrypted with a key that is not in the database; a revoked one is empty.
create table context_secret (
    context varchar(63) not null,
    name varchar(200) not null,
    version integer not null,
    key_id varchar(63) not null,
    content bytea not null,
    revoked boolean not null,
    written_at timestamp(6) with time zone not null,
    written_by varchar(200) not null,
    primary key (context, name, version)
);
create index context_secret_by_key on context_secret (key_id);

create table context_snapshot (
    digest varchar(64) primary key,
    content text not null,
    first_at timestamp(6) with time zone not null
);

alter table deployment_move add column context varchar(64) default '' not null;
alter table deployment_move add column previous_context varchar(64) default '' not null;

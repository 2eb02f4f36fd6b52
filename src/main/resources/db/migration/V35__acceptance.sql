-- By what the releases of a product are judged in use from one moment on, where their plans have no criteria of their own; the newest row holds.
create table release_acceptance (
    product varchar(63) not null,
    revision integer not null,
    content text not null,
    changed_at timestamp(6) with time zone not null,
    changed_by varchar(200) not null,
    primary key (product, revision)
);

-- the head of each chain; locked while entries are appended
create table journal_chain (
    chain varchar(200) not null primary key,
    number bigint not null,
    hash varchar(64) not null,
    changed boolean not null
);

create index journal_chain_changed on journal_chain (changed, chain);

create table journal_entry (
    chain varchar(200) not null,
    number bigint not null,
    format integer not null,
    at timestamp(6) with time zone not null,
    actor varchar(300) not null,
    act varchar(100) not null,
    payload varchar not null,
    personal varchar not null,
    personal_salt varchar(32) not null,
    personal_hash varchar(64) not null,
    previous varchar(64) not null,
    hash varchar(64) not null,
    primary key (chain, number)
);

-- the public half of every key that ever sealed
create table journal_key (
    fingerprint varchar(64) not null primary key,
    public_key varchar(200) not null,
    since timestamp(6) with time zone not null
);

-- one row: the newest seal; locked while the next is made
create table journal_sealer (
    id integer not null primary key,
    number bigint not null,
    hash varchar(64) not null
);

insert into journal_sealer (id, number, hash) values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

create table journal_seal (
    number bigint not null primary key,
    at timestamp(6) with time zone not null,
    heads integer not null,
    root varchar(64) not null,
    previous varchar(64) not null,
    hash varchar(64) not null,
    fingerprint varchar(64) not null references journal_key,
    signature varchar(200) not null
);

create table journal_sealed_head (
    seal bigint not null references journal_seal,
    chain varchar(200) not null,
    number bigint not null,
    hash varchar(64) not null,
    primary key (chain, number)
);

create index journal_sealed_head_seal on journal_sealed_head (seal);

create table identity_alias (
    email varchar(320) not null primary key,
    person varchar(100) not null
);

create table identity_grant (
    product varchar(100) not null,
    team varchar(100) not null,
    act varchar(50) not null,
    primary key (product, team, act)
);

create table identity_service_account (
    name varchar(60) not null primary key,
    owner varchar(100) not null,
    enabled boolean not null,
    created_at timestamp(6) with time zone not null,
    created_by varchar(300) not null
);

-- of a token only the digest is kept
create table identity_token (
    id bigint generated always as identity primary key,
    digest varchar(64) not null unique,
    owner varchar(300) not null,
    name varchar(100) not null,
    scopes varchar(1000) not null,
    products varchar not null,
    issued_at timestamp(6) with time zone not null,
    expires_at timestamp(6) with time zone not null,
    last_used_at timestamp(6) with time zone,
    revoked_at timestamp(6) with time zone
);

create index identity_token_owner on identity_token (owner, id);

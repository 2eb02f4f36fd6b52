-- One row: the lock that everyone who applies documents takes, and a token that changes with every change.
create table catalog_state (
    id integer primary key,
    token varchar(36) not null
);

insert into catalog_state (id, token) values (1, 'empty');

create table catalog_environment (
    environment varchar(63) primary key,
    name varchar(400) not null,
    stage integer not null,
    production boolean not null
);

create table catalog_product (
    product varchar(63) primary key,
    name varchar(400) not null,
    description varchar(4000) not null,
    flow varchar(200) not null,
    owner varchar(400) not null,
    repository varchar(2000) not null,
    criticality varchar(10) not null
);

create table catalog_component (
    product varchar(63) not null references catalog_product,
    component varchar(63) not null,
    place integer not null,
    description varchar(4000) not null,
    primary key (product, component)
);

create table catalog_way (
    product varchar(63) not null references catalog_product,
    place integer not null,
    environment varchar(63) not null references catalog_environment,
    primary key (product, place)
);

create table catalog_check (
    product varchar(63) not null references catalog_product,
    check_name varchar(63) not null,
    place integer not null,
    command text not null,
    evidence varchar(800) not null,
    timeout_seconds bigint not null,
    primary key (product, check_name)
);

create table catalog_right (
    product varchar(63) not null references catalog_product,
    group_name varchar(64) not null,
    act varchar(40) not null,
    primary key (product, group_name, act)
);

create table catalog_target (
    environment varchar(63) not null references catalog_environment,
    product varchar(63) not null,
    component varchar(63) not null,
    adapter varchar(63) not null,
    url varchar(2000) not null,
    primary key (environment, product, component),
    foreign key (product, component) references catalog_component
);

create table catalog_setting (
    environment varchar(63) not null,
    product varchar(63) not null,
    component varchar(63) not null,
    setting varchar(100) not null,
    place integer not null,
    content text not null,
    primary key (environment, product, component, setting),
    foreign key (environment, product, component) references catalog_target
);

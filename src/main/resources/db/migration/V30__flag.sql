-- Feature flags: what they are, and who sees them where. A flag without a row for an environment is off there.
create table flag_flag (
    product varchar(120) not null,
    name varchar(63) not null,
    description varchar(2000) not null,
    ends_on date,
    made_by varchar(300) not null,
    made_at timestamp(6) with time zone not null,
    overdue_since timestamp(6) with time zone,
    primary key (product, name)
);

create table flag_exposure (
    product varchar(120) not null,
    name varchar(63) not null,
    environment varchar(120) not null,
    shown boolean not null,
    share integer not null,
    audience varchar(63) not null,
    changed_by varchar(300) not null,
    changed_at timestamp(6) with time zone not null,
    primary key (product, name, environment),
    foreign key (product, name) references flag_flag (product, name)
);

-- Named circles of a product's users; a condition a line.
create table flag_audience (
    product varchar(120) not null,
    name varchar(63) not null,
    description varchar(2000) not null,
    conditions varchar(20000) not null,
    changed_by varchar(300) not null,
    changed_at timestamp(6) with time zone not null,
    primary key (product, name)
);

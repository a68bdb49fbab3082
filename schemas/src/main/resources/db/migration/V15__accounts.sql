-- Accounts of the console: the one place that names people. Everything else knows an account by its opaque identifier, so a line may be erased.
create table passerelle.account (
    account_id     text        primary key,
    login          text        not null unique,
    password_hash  text        not null,
    role           text        not null check (role in ('LECTEUR', 'ANALYSTE', 'OPERATEUR', 'ADMINISTRATEUR')),
    active         boolean     not null default true,
    created_at     timestamptz not null default now()
);
comment on table passerelle.account is 'Comptes de la console : la seule table qui nomme des personnes, effaçable';
comment on column passerelle.account.account_id is 'Identifiant opaque, le seul que gardent les décisions et le registre des gestes';
comment on column passerelle.account.password_hash is 'Mot de passe, par bcrypt';

create table passerelle.audit (
    audit_no    bigint      generated always as identity primary key,
    account_id  text        not null,
    action      text        not null,
    subject     text        not null,
    outcome     text        not null,
    done_at     timestamptz not null default now()
);
comment on table passerelle.audit is 'Qui a fait quoi dans la console, par identifiant de compte ; en ajout seul';
comment on column passerelle.audit.outcome is 'DONE, REFUSED ou FAILED';

-- Who enters the console, and who did what in it. Written by the console (security); the other programs see neither.

-- The one place that names people. Everything else knows an account by its opaque identifier, so a line may be
-- erased. An account is local, with a password, or of a person whom an identity provider knows: then there is no
-- password here, and only a hash of what the provider calls them.
create table passerelle.account (
    account_id     text        primary key,
    login          text        not null unique,
    password_hash  text,
    subject_hash   text        unique,
    role           text        not null check (role in ('LECTEUR', 'ANALYSTE', 'OPERATEUR', 'ADMINISTRATEUR')),
    active         boolean     not null default true,
    created_at     timestamptz not null default now()
);
comment on table passerelle.account is
    'Comptes de la console : la seule table qui nomme des personnes, effaçable';
comment on column passerelle.account.account_id is
    'Identifiant opaque, le seul que gardent les décisions et le registre des gestes';
comment on column passerelle.account.password_hash is
    'Mot de passe, par bcrypt ; vide pour un compte tenu par un fournisseur d''identité';
comment on column passerelle.account.subject_hash is
    'SHA-256 de l''émetteur et du sujet OpenID Connect ; vide pour un compte local';

-- Only ever appended to. The commands that take no motive themselves keep nowhere else why they were asked for.
create table passerelle.audit (
    audit_no    bigint      generated always as identity primary key,
    account_id  text        not null,  -- no foreign key: it outlives the account
    action      text        not null,  -- a code, such as LOGIN
    subject     text        not null,  -- an identifier, never a name
    motive      text,
    outcome     text        not null,
    done_at     timestamptz not null default now()
);
comment on table passerelle.audit is
    'Qui a fait quoi dans la console, par identifiant de compte ; en ajout seul';
comment on column passerelle.audit.motive is
    'Pourquoi ; vide pour les gestes qui n''en demandent pas ; jamais une personne';
comment on column passerelle.audit.outcome is 'STARTED, DONE, REFUSED ou FAILED';

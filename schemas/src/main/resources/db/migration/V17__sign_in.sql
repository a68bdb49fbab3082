-- Accounts of people whom an identity provider knows: no password here, and only a hash of what the provider calls them.
alter table passerelle.account alter column password_hash drop not null;
alter table passerelle.account add column subject_hash text unique;
comment on column passerelle.account.password_hash is 'Mot de passe, par bcrypt ; vide pour un compte tenu par un fournisseur d''identité';
comment on column passerelle.account.subject_hash is 'SHA-256 de l''émetteur et du sujet OpenID Connect ; vide pour un compte local';

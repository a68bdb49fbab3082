-- What somebody has already looked at among the records that nobody could read. The records themselves stay on their topics.
create table passerelle.dead_letter_handled (
    namespace         text        not null,
    partition         int         not null,
    "offset"          bigint      not null,
    source_topic      text        not null,
    source_partition  int         not null,
    source_offset     bigint      not null,
    outcome           text        not null,
    handled_at        timestamptz not null default now(),
    primary key (namespace, partition, "offset")
);
comment on table passerelle.dead_letter_handled is 'Enregistrements illisibles (topic dead-letters) dont quelqu''un s''est occupé ; jamais leur contenu';
comment on column passerelle.dead_letter_handled.partition is 'Partition du topic dead-letters';
comment on column passerelle.dead_letter_handled.source_topic is 'Topic où il a été lu';
comment on column passerelle.dead_letter_handled.outcome is 'SENT (renvoyé à son topic), FOREIGN (étranger, rien de nous n''est perdu)';

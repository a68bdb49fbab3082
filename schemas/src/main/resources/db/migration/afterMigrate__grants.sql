-- What each role may do, set again after every « register », so that a role created later, or a table of a later
-- migration, is not forgotten. A new table or view needs its line here, even if nobody but its owner may touch it: a
-- test fails until it has one. The roles exist where the administrator made them (dev/local and dev/docker do); where
-- they do not, the owner's role does everything. The journal is only ever appended to: nobody but the owner may
-- change, delete or truncate what it holds.
-- Columns: relation, then what passerelle_batch, passerelle_events and passerelle_console may do; an empty text is
-- nothing.
do $grants$
declare
    given record;
begin
    for given in
        select d.relation, g.role, g.privileges
        from (values
            ('batch.batch_job_execution',          'select, insert, update',         '', 'select'),
            ('batch.batch_job_execution_context',  'select, insert, update',         '', ''),
            ('batch.batch_job_execution_params',   'select, insert, update',         '', 'select'),
            ('batch.batch_job_instance',           'select, insert, update',         '', ''),
            ('batch.batch_step_execution',         'select, insert, update',         '', 'select'),
            ('batch.batch_step_execution_context', 'select, insert, update',         '', ''),
            ('passerelle.account',                 '',                               '', 'select, insert, update, delete'),
            ('passerelle.attendance_month',        'select, insert, update',         '', ''),
            ('passerelle.attendance_repeat',       'select, insert, delete',         '', ''),
            ('passerelle.attendance_said',         'select, insert, update, delete', '', ''),
            ('passerelle.audit',                   'select, insert',                 '', 'select, insert'),
            ('passerelle.audit_head',              'select',                         '', ''),
            ('passerelle.audit_refusal',           'select',                         '', 'select, insert, update'),
            ('passerelle.correction',              'select, insert, delete',         '', 'select'),
            ('passerelle.current_result',          'select',                         '', 'select'),
            ('passerelle.current_run',             'select, insert, update, delete', '', 'select'),
            ('passerelle.dead_letter_handled',     'select, insert, update, delete', '', 'select'),
            ('passerelle.decision',                'select, insert, update (journalled, run_no, doc)', '', 'select, insert'),
            ('passerelle.epci',                    'select, insert, update, delete', '', ''),
            ('passerelle.fence',                   'select, insert, update',         '', ''),
            ('passerelle.file',                    'select, insert',                 '', 'select'),
            ('passerelle.file_import',             'select, insert, update',         '', 'select'),
            ('passerelle.journal',                 'select, insert',                 '', ''),
            ('passerelle.journal_end',             'select, update',                 '', ''),
            ('passerelle.journal_total',           'select, insert',                 '', ''),
            ('passerelle.line_departure',          'select, insert, delete',         '', ''),
            ('passerelle.line_id',                 'select, insert, update, delete', '', ''),
            ('passerelle.lock_holder',             'select',                         '', 'select'),
            ('passerelle.month_due',               'select, insert, update, delete', '', ''),
            ('passerelle.month_version',           'select',                         '', 'select'),
            ('passerelle.needs',                   'select, insert, update',         '', ''),
            ('passerelle.place_version',           'select',                         '', 'select'),
            ('passerelle.registered_schema',       'select, insert',                 'select', 'select'),
            ('passerelle.registered_subject',      'select, insert, update',         'select', ''),
            ('passerelle.refused_line',            'select, insert, delete',         '', ''),
            ('passerelle.reject',                  'select, insert',                 '', 'select'),
            ('passerelle.reject_origin',           'select, insert',                 '', ''),
            ('passerelle.reject_resubmission',     'select, insert, update',         '', 'select'),
            ('passerelle.result',                  'select, update (awaited), delete', 'select, insert, update, delete', 'select'),
            ('passerelle.room',                    'select, insert, update, delete', '', ''),
            ('passerelle.room_number',             'select, insert',                 '', ''),
            ('passerelle.run',                     'select, insert, update',         'select', 'select'),
            ('passerelle.run_scored',              'select, delete',                 'select, insert, update, delete', 'select'),
            ('passerelle.session_month',           'select, insert, update',         '', 'select'),
            ('passerelle.site',                    'select, insert, update, delete', '', ''),
            ('passerelle.source_file',             'select, insert',                 '', 'select'),
            ('passerelle.staged_correction',       'select, insert, truncate',       '', ''),
            ('passerelle.staged_line',             'select, insert, truncate',       '', ''),
            ('passerelle.staged_verdict',          'select, insert, truncate',       '', ''),
            ('passerelle.study',                   'select, insert, update',         'select (study_id, study_no, state, namespace)', 'select'),
            ('passerelle.study_record',            'select, insert',                 '', 'select'),
            ('passerelle.study_step',              'select, insert',                 '', 'select'),
            ('passerelle.subject',                 'select, insert, update',         '', ''),
            ('passerelle.territoire',              'select, insert, delete',         '', ''),
            ('passerelle.tour_session',            'select, insert, update',         '', 'select')
        ) as d (relation, batch, events, console)
        cross join lateral (values
            ('passerelle_batch', d.batch), ('passerelle_events', d.events), ('passerelle_console', d.console)
        ) as g (role, privileges)
        where to_regclass(d.relation) is not null and exists (select from pg_roles r where r.rolname = g.role)
    loop
        execute format('revoke all on %s from %I', given.relation, given.role);
        if given.privileges <> '' then
            execute format('grant %s on %s to %I', given.privileges, given.relation, given.role);
        end if;
    end loop;

    -- Analysts read the views of their schema and nothing beneath them: a view reads its tables with the rights of its
    -- owner.
    if exists (select from pg_roles where rolname = 'passerelle_analyst') and to_regnamespace('analyses') is not null then
        grant usage on schema analyses to passerelle_analyst;
        for given in
            select v.relation
            from (values
                ('analyses.aides'), ('analyses.budget'), ('analyses.candidats'), ('analyses.decisions'), ('analyses.etapes'),
                ('analyses.executions'), ('analyses.indicateurs'), ('analyses.plans'), ('analyses.resultats'),
                ('analyses.salles')
            ) as v (relation)
        loop
            execute format('revoke all on %s from passerelle_analyst', given.relation);
            execute format('grant select on %s to passerelle_analyst', given.relation);
        end loop;
    end if;

    for given in select rolname as role from pg_roles
        where rolname in ('passerelle_batch', 'passerelle_events', 'passerelle_console')
    loop
        execute format('grant usage on schema passerelle to %I', given.role);
        if given.role = 'passerelle_batch' then
            execute format('grant usage on schema batch to %I', given.role);
            execute format('grant usage on all sequences in schema passerelle, batch to %I', given.role);
            execute format('grant execute on function passerelle.erase_audit, passerelle.lock_decisions to %I', given.role);
        elsif given.role = 'passerelle_events' then
            execute format('grant execute on function passerelle.fail_replay to %I', given.role);
        elsif given.role = 'passerelle_console' then
            execute format('grant usage on schema batch to %I', given.role);
            execute format('grant execute on function passerelle.end_analysts to %I', given.role);
        end if;
    end loop;
end
$grants$;

-- A withdrawal, a resubmission and a barème put in force are jobs of their own: the executions of before are found
-- again under their names, so that what stands open can be taken up, and what is published is not done again.
update batch.batch_job_instance i
set job_name = case
        when r.kind = 'PUT_IN_FORCE' then 'put-in-force'
        when r.parameters -> 'inputs' = '[]' then 'withdrawal'
        else 'resubmission'
    end
from batch.batch_job_execution e
join batch.batch_job_execution_params p
    on p.job_execution_id = e.job_execution_id and p.parameter_name = 'run'
join passerelle.run r on r.run_no = p.parameter_value::bigint
where e.job_instance_id = i.job_instance_id
  and i.job_name = 'nightly'
  and (r.kind = 'PUT_IN_FORCE'
       or r.parameters -> 'inputs' = '[]'
       or r.parameters -> 'inputs' @> '[{"mapping": "rejets corrigés"}]');

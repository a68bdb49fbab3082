package fr.passerelle.published.run;

import java.time.Duration;

/**
 * A step of a run, its repeats after restarts together.
 *
 * @param name as the job calls it
 * @param status of its last try, as Spring Batch writes it: STARTED, COMPLETED, FAILED, STOPPED
 * @param tries from 1
 * @param read rows read over all tries, where the step counts them
 * @param written records written over all tries
 */
public record StepRow(String name, String status, int tries, Duration worked, long read, long written) {}

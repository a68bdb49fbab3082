package fr.passerelle.published.current;

import fr.passerelle.schemas.event.Plan;
import org.jspecify.annotations.Nullable;

/**
 * What a run said anew of an EPCI.
 *
 * @param run the first published run that held it
 * @param plan its plan; null where it was withdrawn, and where it is not what was published
 * @param holds whether it is what was published: the hash of the run says so
 */
public record PastPlan(PastRun run, @Nullable Plan plan, boolean holds) {}

/** What was notified or deliberated: recorded by people beside the plan that holds, carried to the log by the next run. */
@NullMarked
package fr.passerelle.batch.decision;

import org.jspecify.annotations.NullMarked;

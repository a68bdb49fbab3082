/** What was notified or deliberated, carried to the log by the next run. */
@NullMarked
package fr.passerelle.batch.decision;

import org.jspecify.annotations.NullMarked;

/** The nightly job, its identity, its reconciliation, its publication and its report. */
@NullMarked
package fr.passerelle.batch.run;

import org.jspecify.annotations.NullMarked;

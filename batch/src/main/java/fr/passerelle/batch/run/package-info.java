/** The nightly job, its identity, its reconciliation and its publication. */
@NullMarked
package fr.passerelle.batch.run;

import org.jspecify.annotations.NullMarked;

/** The jobs of live runs and the operator's side of them: each configuration is a job, top down. */
@NullMarked
package fr.passerelle.batch.nightly;

import org.jspecify.annotations.NullMarked;

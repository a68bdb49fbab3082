/** Tests of the decisions that people record, and of their way to the EPCI that comes after. */
@NullMarked
package fr.passerelle.batch.decision;

import org.jspecify.annotations.NullMarked;

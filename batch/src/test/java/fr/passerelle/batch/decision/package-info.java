/** Tests of the decisions that people record. */
@NullMarked
package fr.passerelle.batch.decision;

import org.jspecify.annotations.NullMarked;

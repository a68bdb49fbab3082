/** Carries what is planned and computed on demand to its topics. */
@NullMarked
package fr.passerelle.planning.relay;

import org.jspecify.annotations.NullMarked;

/** Tests of this package. */
@NullMarked
package fr.passerelle.console.plan;

import org.jspecify.annotations.NullMarked;

/** Tests of this package. */
@NullMarked
package fr.passerelle.demo.outline;

import org.jspecify.annotations.NullMarked;

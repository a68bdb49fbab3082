/** Tests of this package. */
@NullMarked
package fr.passerelle.console.page;

import org.jspecify.annotations.NullMarked;

/** The datasets of the run that is published, as pages. */
@NullMarked
package fr.passerelle.console.dataset;

import org.jspecify.annotations.NullMarked;

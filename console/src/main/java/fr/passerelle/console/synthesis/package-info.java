/** The region, or a département, on one side of paper: for whoever decides, and signs. */
@NullMarked
package fr.passerelle.console.synthesis;

import org.jspecify.annotations.NullMarked;

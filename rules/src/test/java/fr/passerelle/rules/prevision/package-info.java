/** What is expected, against what came. */
@NullMarked
package fr.passerelle.rules.prevision;

import org.jspecify.annotations.NullMarked;

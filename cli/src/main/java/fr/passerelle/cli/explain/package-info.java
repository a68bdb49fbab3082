/** Why something is proposed, and under which rules: explanations, acts, barèmes, and the sheet of the algorithm. */
@NullMarked
package fr.passerelle.cli.explain;

import org.jspecify.annotations.NullMarked;

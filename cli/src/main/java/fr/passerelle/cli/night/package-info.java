/** Runs of a night: begun, taken up, shown, and what came of them: rejects, changes, registers; and whether all agrees. */
@NullMarked
package fr.passerelle.cli.night;

import org.jspecify.annotations.NullMarked;

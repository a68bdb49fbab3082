/** The results of a run found again from what the log had said, apart from the processes that published them. */
@NullMarked
package fr.passerelle.published.recomputation;

import org.jspecify.annotations.NullMarked;
